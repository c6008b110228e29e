import * as v from 'valibot'
import type { BriefId } from '../../../../shared/saved-brief.ts'
import { BriefDraft } from '../../../../shared/saved-brief.ts'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { wordsOf } from '../../words/words-of.ts'

export type EditedBrief = BriefDraft & {
  /** Null: it is not saved yet. */
  readonly id: BriefId | null
}

export type BriefEditorProps = {
  readonly brief: EditedBrief
  /** With words about what was done; empty for nothing. */
  readonly onClose: (done: string) => void
}

/** A saved brief's name, tags and words. What is wrong is said once she has tried to save. */
export const BriefEditor = ({ brief: { id, ...brief }, onClose }: BriefEditorProps) => {
  const { api } = usePanel().panel
  const name = useSignal(brief.name)
  const tags = useSignal(brief.tags.join(', '))
  const text = useSignal(brief.text)
  const failure = useSignal<string | null>(null)
  const isDeleting = useSignal(false)

  const run = (work: Promise<unknown>, done: string) => {
    work.then(
      () => onClose(done),
      (error: unknown) => (failure.value = wordsOf(error)),
    )
  }
  const save = () => {
    const draft = v.safeParse(BriefDraft, {
      name: name.value,
      tags: tags.value.split(',').filter((tag) => tag.trim() !== ''),
      text: text.value,
    })
    if (!draft.success) failure.value = draft.issues[0].message
    else if (id === null) run(api.saveBriefs({ body: { briefs: [draft.output] } }), 'Saved.')
    else run(api.updateBrief({ params: { id }, body: draft.output }), 'Saved.')
  }
  const remove = () => {
    if (id === null) return onClose('')
    if (isDeleting.value) return run(api.deleteBrief({ params: { id } }), 'Deleted.')
    isDeleting.value = true
  }
  return (
    <>
      {failure.value !== null && <Note tone="danger">{failure.value}</Note>}
      <TextField label="Name" value={name.value} onChange={(next) => (name.value = next)} />
      <TextField
        label="Tags"
        hint="With commas between them."
        value={tags.value}
        onChange={(next) => (tags.value = next)}
      />
      <TextField
        label="Brief"
        rows={4}
        value={text.value}
        onChange={(next) => (text.value = next)}
      />
      <div class="actions">
        <button class="button primary" onClick={save}>
          Save
        </button>
        <button class="button" onClick={() => onClose('')}>
          Cancel
        </button>
        {id !== null && (
          <button class="button remove" onClick={remove}>
            {isDeleting.value ? 'Delete for everybody' : 'Delete'}
          </button>
        )}
      </div>
    </>
  )
}
