import type { Placeholder } from '../../../shared/picture-ref.ts'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { describeJob } from './describe-job.ts'
import { RetryButton } from './retry-button.tsx'

/** What the selected placeholder waits for, or why it waits in vain, and the way on. */
export const SelectedPlaceholder = ({ placeholder }: { readonly placeholder: Placeholder }) => {
  const { panel, drafting } = usePanel()
  const { index, failure } = placeholder
  const job = panel.jobs.jobs.value.get(placeholder.job)
  const run = job?.runs.find((one) => one.index === index)
  const output = job?.outputs.find((one) => one.index === index)
  const unheard = panel.swept.value.has(placeholder.job)
    ? 'Waits for its turn in the sweep'
    : 'Waiting for the proxy'
  return (
    <Note
      tone="plain"
      title="Selected placeholder"
      actions={
        job !== undefined && (
          <>
            {output !== undefined && (
              <button
                class="button"
                onClick={() => panel.attempt(() => drafting.place({ job, output }))}
              >
                {output.placed ? 'Place again' : 'Place'}
              </button>
            )}
            {run?.state === 'failed' && <RetryButton job={job} index={index} />}
          </>
        )
      }
    >
      {failure ?? (job === undefined ? unheard : describeJob(job))}
    </Note>
  )
}
