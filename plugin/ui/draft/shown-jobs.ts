import type { ReadonlySignal } from '@preact/signals-core'
import { computed, effect, signal } from '@preact/signals-core'
import type { JobId } from '../../../shared/ids.ts'
import { isFinal } from '../../../shared/job.ts'
import type { JobStore } from '../job-store.ts'
import type { PlaceholderStore } from '../placeholder-store.ts'
import type { SendingStore } from './sending.ts'

export type ShownJobsOptions = {
  readonly jobs: JobStore
  readonly placeholders: PlaceholderStore
  readonly sending: SendingStore
  /** Jobs that are shown with their sweep. */
  readonly swept: ReadonlySignal<ReadonlySet<JobId>>
}

/** What the list shows, newest first: jobs that run, that ended while the panel was open, or that need a word. */
export const createShownJobs = ({ jobs, placeholders, sending, swept }: ShownJobsOptions) => {
  const watched = signal<ReadonlySet<JobId>>(new Set())
  const hidden = signal<ReadonlySet<JobId>>(new Set())
  return {
    /** On their way to the proxy. */
    sent: computed(() =>
      [...sending.list.value.values()].filter(({ request }) => !swept.value.has(request.id)),
    ),
    shown: computed(() => {
      const waiting = new Set(placeholders.list.value.map(({ job }) => job))
      return jobs.list.value.filter(
        ({ id, state }) =>
          !hidden.value.has(id) &&
          !swept.value.has(id) &&
          (!isFinal(state) || watched.value.has(id) || waiting.has(id)),
      )
    }),
    hide: (job: JobId): void => {
      hidden.value = new Set([...hidden.value, job])
    },
    /** Notes which jobs run while the panel is open. Returns the way to stop. */
    start: () =>
      effect(() => {
        const running = jobs.list.value.filter(({ state }) => !isFinal(state))
        const ids = [...sending.list.value.keys(), ...running.map(({ id }) => id)]
        const seen = watched.peek()
        if (ids.some((id) => !seen.has(id))) watched.value = new Set([...seen, ...ids])
      }),
  }
}
export type ShownJobs = ReturnType<typeof createShownJobs>
