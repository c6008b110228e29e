import type { PictureRef } from '../../../../shared/picture-ref.ts'
import { Note } from '../../components/note.tsx'
import { usePanel } from '../../panel-context.ts'

/** Her own work and the draft that it grew from: the link, and the ways to make it. */
export const FinishedNote = () => {
  const { panel, drafting } = usePanel()
  const { steering, reveal } = drafting
  const { layers, count, placeholder } = panel.selection.value
  const linking = steering.linking.value
  const draft = layers.find(({ recipe }) => recipe !== null)
  const own = layers.find(({ recipe }) => recipe === null)
  const briefOf = ({ job }: PictureRef): string => {
    const brief = panel.jobs.jobs.value.get(job)?.request.brief
    return brief === undefined ? 'a draft' : `“${brief}”`
  }
  const link = (node: string, of: PictureRef | null) => () =>
    panel.attempt(() => steering.link(node, of))

  if (linking !== null)
    return (
      <Note
        tone="info"
        actions={
          <>
            {draft?.recipe != null && count === 1 && (
              <button class="button primary" onClick={link(linking.node, draft.recipe)}>
                It grew from this draft
              </button>
            )}
            <button class="button" onClick={() => (steering.linking.value = null)}>
              Cancel
            </button>
          </>
        }
      >
        Select the draft that “{linking.name}” grew from.
      </Note>
    )
  if (own === undefined || placeholder !== null) return null
  if (count === 2 && draft?.recipe != null)
    return (
      <div class="row">
        <div class="quiet clamped">“{own.name}” is finished work of this draft</div>
        <button class="button" onClick={link(own.node, draft.recipe)}>
          Link
        </button>
      </div>
    )
  if (count !== 1) return null
  const { finishedOf, lostFinished } = own
  if (finishedOf !== null)
    return (
      <Note
        tone="plain"
        title="Finished work"
        actions={
          <>
            <button class="button" onClick={() => panel.attempt(() => reveal(finishedOf))}>
              Show the draft
            </button>
            <button class="button" onClick={link(own.node, null)}>
              Unlink
            </button>
          </>
        }
      >
        <div class="clamped" dir="auto">
          It grew from {briefOf(finishedOf)}.
        </div>
      </Note>
    )
  if (lostFinished !== null)
    return (
      <div class="row">
        <div class="quiet clamped">
          Layers of “{lostFinished.name}” were finished work of {briefOf(lostFinished.of)}
        </div>
        <button class="button" onClick={link(lostFinished.node, lostFinished.of)}>
          Link again
        </button>
      </div>
    )
  return (
    <button class="link" onClick={() => (steering.linking.value = own)}>
      This is finished work of…
    </button>
  )
}
