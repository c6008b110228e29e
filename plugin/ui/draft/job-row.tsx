import { useEffect, useRef } from 'preact/hooks'
import type { JobView } from '../../../shared/contract/index.ts'
import { isFinal } from '../../../shared/job.ts'
import { IconButton } from '../components/icon-button.tsx'
import { usePanel } from '../panel-context.ts'
import { describeError } from './describe-error.ts'
import { describeJob, describeMoment } from './describe-job.ts'
import { PictureTile } from './picture-tile.tsx'
import { RetryButton } from './retry-button.tsx'

/** One job: its brief, how far it is, its pictures, and what can be done about it. */
export const JobRow = ({ job }: { readonly job: JobView }) => {
  const { panel, drafting } = usePanel()
  const isOver = isFinal(job.state)
  const hasBegun = job.state !== 'queued'
  const { brief } = job.request
  const hasTiles = hasBegun && (job.state !== 'canceled' || job.outputs.length > 0)
  const failed = job.runs.flatMap((run) =>
    run.error === null || drafting.retried.value.has(`${job.id}/${run.index}`)
      ? []
      : [{ run, error: run.error }],
  )
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (drafting.latest.value === job.id) row.current?.scrollIntoView({ block: 'nearest' })
  }, [drafting, job.id, hasBegun])
  return (
    <li ref={row} class="job" aria-busy={!isOver}>
      <div class="row">
        <div class="brief" dir="auto" title={brief}>
          {brief}
        </div>
        {isOver ? (
          <IconButton icon="close" label={`Hide: ${brief}`} onClick={() => drafting.hide(job.id)} />
        ) : (
          <button
            class="button"
            aria-label={`Cancel: ${brief}`}
            onClick={() => panel.attempt(() => drafting.cancel(job.id))}
          >
            Cancel
          </button>
        )}
      </div>
      <div class="quiet">
        <span role="status">{describeJob(job)}</span>
        {!isOver && describeMoment(job)}
      </div>
      {hasBegun && !isOver && (
        <progress aria-label={brief} value={job.progress.fraction ?? undefined} />
      )}
      {hasTiles && (
        <div class="tiles">
          {job.runs.map((run) => (
            <PictureTile key={run.index} job={job} run={run} />
          ))}
        </div>
      )}
      {failed.map(({ run, error }) => (
        <div key={run.index} class="row failure">
          <div role="alert">
            {job.runs.length > 1 && `Picture ${run.index + 1}: `}
            {describeError(error)}
          </div>
          <RetryButton job={job} index={run.index} />
        </div>
      ))}
      {job.warnings.map((warning) => (
        <div key={warning} class="quiet">
          {warning}
        </div>
      ))}
    </li>
  )
}
