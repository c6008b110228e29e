import type { ComponentChildren } from 'preact'
import { usePanel } from '../../panel-context.ts'
import { versionName } from '../describe-version.ts'
import type { Picture } from '../find-unplaced.ts'
import { recipeOf } from '../recipe-of.ts'

export type HistoryDetailsProps = {
  readonly picture: Picture
  readonly onPlace: (picture: Picture) => void
  readonly onStar: (picture: Picture) => void
  readonly onUse: (picture: Picture) => void
  /** What came of the last press, in words. */
  readonly children: ComponentChildren
}

/** The chosen picture of the history: what it is, and what can be done with it. */
export const HistoryDetails = (props: HistoryDetailsProps) => {
  const { panel } = usePanel()
  const { picture, onPlace, onStar, onUse, children } = props
  const { job, output } = picture
  const { brief, style, version, settings } = recipeOf(job, output)
  const { versions = [] } = panel.proxy.status.value?.styles.find(({ id }) => id === style.id) ?? {}
  const isHere = job.document === panel.document
  const facts = [
    style.name,
    version !== null && !panel.secret.value.has(job.id) && versionName(version, versions),
    `seed ${settings.seed}`,
    new Date(output.finishedAt).toLocaleDateString(),
    !isHere && 'another file',
  ]
  return (
    <>
      <div class="clamped" dir="auto">
        {brief}
      </div>
      <div class="quiet">{facts.filter(Boolean).join(' · ')}</div>
      <div class="actions">
        <button class="button primary" onClick={() => onPlace(picture)}>
          {output.placed && isHere ? 'Place again' : 'Place'} ↵
        </button>
        <button class="button" onClick={() => onUse(picture)}>
          Use these settings
        </button>
        <button
          class="button"
          aria-pressed={output.mark?.kind === 'star'}
          onClick={() => onStar(picture)}
        >
          ★ Star <kbd>S</kbd>
        </button>
      </div>
      <div class="quiet" role="status">
        {children}
      </div>
    </>
  )
}
