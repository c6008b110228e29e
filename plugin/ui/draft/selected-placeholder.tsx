import { Button } from '@create-figma-plugin/ui'
import type { Placeholder } from '../../../shared/canvas.ts'
import { usePanel } from '../panel-context.ts'
import { describeJob } from './describe-job.ts'
import { RetryButton } from './retry-button.tsx'
import styles from './selected-draft.css'

/** What the selected placeholder waits for, or why it waits in vain, and the way on. */
export const SelectedPlaceholder = ({ placeholder }: { readonly placeholder: Placeholder }) => {
  const { panel, drafting } = usePanel()
  const { index, failure } = placeholder
  const job = panel.jobs.jobs.value.get(placeholder.job)
  const run = job?.runs.find((one) => one.index === index)
  const output = job?.outputs.find((one) => one.index === index)
  return (
    <section class={styles.card} aria-label="Selected placeholder">
      <div class={styles.title}>Selected placeholder</div>
      <div>{failure ?? (job === undefined ? 'Waiting for the proxy' : describeJob(job))}</div>
      <div class={styles.actions}>
        {job !== undefined && output !== undefined && (
          <Button secondary onClick={() => panel.attempt(() => drafting.place({ job, output }))}>
            {output.placed ? 'Place again' : 'Place'}
          </Button>
        )}
        {job !== undefined && run?.state === 'failed' && <RetryButton job={job} index={index} />}
      </div>
    </section>
  )
}
