import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import * as v from 'valibot'
import { buildPrompt } from '../../../shared/build-prompt.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { Style, StyleDraft } from '../../../shared/style.ts'
import { WrittenStyle } from '../../../shared/style.ts'
import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { wordsOf } from '../words/words-of.ts'
import { EXAMPLE_BRIEF } from './example-brief.ts'
import { saveStyle } from './save-style.ts'
import { Sheet } from './sheet.tsx'
import sheet from './sheet.css'
import { StyleDefaultsFields } from './style-defaults-fields.tsx'

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
  const failure = useSignal<string | null>(null)
  const parsed = v.safeParse(WrittenStyle, draft.value)
  const errorOf = (field: 'name' | 'trigger' | 'template' | 'model') =>
    (wasTried.value && parsed.issues?.find(({ path }) => path?.[0].key === field)?.message) || null
  const change = (changes: Partial<StyleDraft>) => (draft.value = { ...draft.value, ...changes })

  const run = (work: () => Promise<void>) => {
    failure.value = null
    work().then(onClose, (error: unknown) => {
      failure.value = wordsOf(error)
    })
  }
  const save = () => {
    wasTried.value = true
    if (!parsed.success) return
    run(async () => {
      const saved = await saveStyle(panel, style?.id ?? null, parsed.output)
      // A change of words alone leaves the form as she has set it.
      const hasSameDefaults = JSON.stringify(saved.defaults) === JSON.stringify(style?.defaults)
      if (!hasSameDefaults) drafting.chooseStyle(saved)
    })
  }
  const remove = (id: Style['id']) =>
    run(async () => {
      await panel.api.deleteStyle({ params: { id } })
      await panel.proxy.check()
    })
  const preview = drafting.form.form.value.brief.trim() || EXAMPLE_BRIEF

  return (
    <Sheet
      title={style === null ? 'New style' : 'Edit style'}
      onClose={onClose}
      footer={
        isDeleting.value && style !== null ? (
          <>
            <span>Delete {style.name}?</span>
            <div class={sheet.end} />
            <Button danger onClick={() => remove(style.id)}>
              Delete
            </Button>
            <Button secondary onClick={() => (isDeleting.value = false)}>
              Keep
            </Button>
          </>
        ) : (
          <>
            {style !== null && (
              <Button secondary danger onClick={() => (isDeleting.value = true)}>
                Delete style
              </Button>
            )}
            <div class={sheet.end} />
            <Button onClick={save}>Save</Button>
          </>
        )
      }
    >
      {failure.value !== null && <Note tone="danger">{failure.value}</Note>}
      <Field label="Name" error={errorOf('name')}>
        {({ id, describedBy }) => (
          <input
            id={id}
            aria-describedby={describedBy}
            class={inputs.input}
            value={draft.value.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label="Trigger word"
        hint="The word that the style was trained on."
        error={errorOf('trigger')}
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            aria-describedby={describedBy}
            class={inputs.input}
            spellcheck={false}
            value={draft.value.trigger}
            onInput={(event) => change({ trigger: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label="Template"
        hint={`Prompt: ${buildPrompt(draft.value, preview)}`}
        error={errorOf('template')}
      >
        {({ id, describedBy }) => (
          <textarea
            id={id}
            aria-describedby={describedBy}
            class={inputs.area}
            rows={4}
            value={draft.value.template}
            onInput={(event) => change({ template: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label="Trained model"
        hint="owner/name or owner/name:version. Leave it empty to draw with the sample engine only."
        error={errorOf('model')}
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            aria-describedby={describedBy}
            class={inputs.input}
            spellcheck={false}
            value={draft.value.model ?? ''}
            onInput={(event) => change({ model: event.currentTarget.value.trim() || null })}
          />
        )}
      </Field>
      <StyleDefaultsFields
        defaults={draft.value.defaults}
        onChange={(changes) => change({ defaults: { ...draft.value.defaults, ...changes } })}
      />
    </Sheet>
  )
}
