import * as v from 'valibot'
import { buildPrompt } from '../../../shared/build-prompt.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { Style, StyleDraft } from '../../../shared/style.ts'
import { WrittenStyle } from '../../../shared/style.ts'
import { Note } from '../components/note.tsx'
import { Sheet } from '../components/sheet.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { wordsOf } from '../words/words-of.ts'
import { EXAMPLE_BRIEF } from './example-brief.ts'
import { ModelField } from './model-field.tsx'
import { saveStyle } from './save-style.ts'
import { StyleDefaultsFields } from './style-defaults-fields.tsx'
import { StyleVersions } from './style-versions.tsx'

export type StyleEditorProps = {
  /** Null: a new one. */
  readonly style: Style | null
  readonly onClose: () => void
}

const blank: StyleDraft = { ...FIRST_STYLE, name: '', trigger: '', model: null }

/** Adds or changes a style. What is wrong is said beside each field, once she has tried to save. */
export const StyleEditor = ({ style, onClose }: StyleEditorProps) => {
  const { panel, drafting } = usePanel()
  const { name, trigger, template, model, defaults } = style ?? blank
  const draft = useSignal<StyleDraft>({ name, trigger, template, model, defaults })
  const wasTried = useSignal(false)
  const isDeleting = useSignal(false)
  const isBusy = useSignal(false)
  const failure = useSignal<string | null>(null)
  const parsed = v.safeParse(WrittenStyle, draft.value)
  const errorOf = (field: 'name' | 'trigger' | 'template' | 'model') =>
    (wasTried.value && parsed.issues?.find(({ path }) => path?.[0].key === field)?.message) || null
  const change = (changes: Partial<StyleDraft>) => (draft.value = { ...draft.value, ...changes })

  const run = async (work: () => Promise<boolean>) => {
    if (isBusy.value) return
    isBusy.value = true
    failure.value = null
    try {
      if (await work()) onClose()
    } catch (error) {
      failure.value = wordsOf(error)
    }
    isBusy.value = false
  }
  const save = () => {
    wasTried.value = true
    if (!parsed.success) return
    void run(async () => {
      const saved = await saveStyle(panel, style, parsed.output)
      // The field of the model says why.
      if (saved === null) return false
      // A change of words alone leaves the form as she has set it.
      const hasSameDefaults = JSON.stringify(saved.defaults) === JSON.stringify(style?.defaults)
      if (!hasSameDefaults) drafting.chooseStyle(saved)
      return true
    })
  }
  const remove = (id: Style['id']) =>
    void run(async () => {
      await panel.api.deleteStyle({ params: { id } })
      await panel.proxy.check()
      return true
    })
  const preview = drafting.form.form.value.brief.trim() || EXAMPLE_BRIEF

  return (
    <Sheet
      title={style === null ? 'New style' : 'Edit style'}
      onClose={onClose}
      footer={
        <div class="row">
          {isDeleting.value && style !== null ? (
            <>
              <span>Delete {style.name}?</span>
              <button class="button danger" onClick={() => remove(style.id)}>
                Delete
              </button>
              <button class="button" onClick={() => (isDeleting.value = false)}>
                Keep
              </button>
            </>
          ) : (
            <>
              <span>
                {style !== null && (
                  <button class="button remove" onClick={() => (isDeleting.value = true)}>
                    Delete style
                  </button>
                )}
              </span>
              <button class="button primary" onClick={save}>
                Save
              </button>
            </>
          )}
        </div>
      }
    >
      {failure.value !== null && <Note tone="danger">{failure.value}</Note>}
      <TextField
        label="Name"
        error={errorOf('name')}
        value={draft.value.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label="Trigger word"
        hint="The word that the style was trained on."
        error={errorOf('trigger')}
        spellcheck={false}
        value={draft.value.trigger}
        onChange={(trigger) => change({ trigger })}
      />
      <TextField
        label="Template"
        hint={`Prompt: ${buildPrompt(draft.value, preview)}`}
        error={errorOf('template')}
        rows={4}
        value={draft.value.template}
        onChange={(template) => change({ template })}
      />
      <ModelField
        model={draft.value.model}
        error={errorOf('model')}
        onChange={(model) => change({ model })}
      />
      {style !== null && <StyleVersions id={style.id} onChosen={(model) => change({ model })} />}
      <StyleDefaultsFields
        model={draft.value.model}
        defaults={draft.value.defaults}
        onChange={(changes) => change({ defaults: { ...draft.value.defaults, ...changes } })}
      />
    </Sheet>
  )
}
