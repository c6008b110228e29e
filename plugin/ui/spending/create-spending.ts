import { computed, effect, signal, untracked } from '@preact/signals-core'
import type { Spending } from '../../../shared/contract/index.ts'
import type { Clock } from '../clock.ts'
import type { JobStore } from '../job-store.ts'
import type { ConnectionStore } from '../proxy/connection.ts'
import type { Api } from '../proxy/create-api.ts'
import { wordsOf } from '../words/words-of.ts'

export type SpendingOptions = {
  readonly api: Pick<Api, 'getBudget'>
  readonly proxy: Pick<ConnectionStore, 'status'>
  readonly jobs: Pick<JobStore, 'list'>
  readonly clock: Clock
}

/** Others spend, too, and periods end. Milliseconds. */
const AGAIN = 60_000

/** What was spent and what is left, where an engine costs money: asked for when a job's cost changes, and each minute. */
export const createSpending = ({ api, proxy, jobs, clock }: SpendingOptions) => {
  /** Null until it is known. */
  const figures = signal<Spending | null>(null)
  /** Why the figures are not those of now, in words. */
  const trouble = signal<string | null>(null)
  const isPaid = computed(
    () =>
      proxy.status.value?.engines.some(
        ({ capabilities }) => capabilities.pricePerPicture.usd > 0,
      ) ?? false,
  )
  const cost = computed(() => jobs.list.value.reduce((sum, job) => sum + (job.cost?.usd ?? 0), 0))
  let callOff = () => {}

  const look = async (): Promise<void> => {
    callOff()
    callOff = clock.after(AGAIN, () => void look())
    try {
      figures.value = await api.getBudget({})
      trouble.value = null
    } catch (error) {
      trouble.value = wordsOf(error)
    }
  }

  return {
    figures,
    trouble,
    isPaid,
    start: (): (() => void) => {
      const stop = effect(() => {
        if (isPaid.value && cost.value >= 0) untracked(() => void look())
      })
      return () => {
        stop()
        callOff()
      }
    },
  }
}
