import { computed, signal } from '@preact/signals-core'
import type { JobView } from '../../shared/contract/index.ts'
import type { JobId } from '../../shared/ids.ts'
import { isFinal } from '../../shared/job.ts'

const STEPS = { queued: 0, starting: 1, running: 2, succeeded: 3, failed: 3, canceled: 3 } as const

/** How far a job is. A job only moves forward: without a sequence, the view that is further is the newer one. */
const distance = (job: JobView): number =>
  job.runs.reduce((sum, run) => sum + STEPS[run.state], 0) +
  job.outputs.reduce((sum, output) => sum + (output.placed ? 2 : 1), 0) +
  (isFinal(job.state) ? 1 : 0)

const isOlder = (view: JobView, known: JobView): boolean =>
  view.sequence === undefined || known.sequence === undefined
    ? distance(view) < distance(known)
    : view.sequence < known.sequence

/** The jobs that the panel knows, whichever way they came: an answer that was overtaken by an event changes nothing. */
export const createJobStore = () => {
  const jobs = signal<ReadonlyMap<JobId, JobView>>(new Map())
  return {
    jobs,
    /** Newest first. */
    list: computed(() =>
      [...jobs.value.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    ),
    put: (views: readonly JobView[]): void => {
      const next = new Map(jobs.value)
      for (const view of views) {
        const known = next.get(view.id)
        if (known === undefined || !isOlder(view, known)) next.set(view.id, view)
      }
      jobs.value = next
    },
  }
}
export type JobStore = ReturnType<typeof createJobStore>
