import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'

/** Rejected drafts of the page out of the way, and drafts that nobody waits for any more. */
export const TidyRow = () => {
  const { panel, drafting } = usePanel()
  const { steering } = drafting
  const rejects = panel.rejects.value
  const needless = steering.needless().length
  if (rejects + needless === 0) return null
  const tidy = (how: 'fold' | 'remove') => () => panel.attempt(() => steering.tidy(how))
  return (
    <div class="card" role="group" aria-label="Tidy">
      <div class="row">
        <div>
          {rejects > 0 && countOf(rejects, 'rejected draft')}
          {rejects > 0 && needless > 0 && ' · '}
          {needless > 0 && `${countOf(needless, 'queued job')} of a brief that has a star`}
        </div>
        {rejects > 0 && (
          <button class="button" title="One undo brings them back" onClick={tidy('remove')}>
            Remove
          </button>
        )}
        <button class="button" onClick={tidy('fold')}>
          {rejects > 0 ? 'Fold away' : 'Drop'}
        </button>
      </div>
    </div>
  )
}
