import { signal } from '@preact/signals-core'
import { AppError } from '../../../shared/errors.ts'
import type { GenerateRequest } from '../../../shared/generate-request.ts'
import type { JobId } from '../../../shared/ids.ts'
import { backoff } from '../backoff.ts'
import type { Clock } from '../clock.ts'
import type { JobStore } from '../job-store.ts'
import type { Api } from '../proxy/create-api.ts'
import { sleep } from '../sleep.ts'

/** A job on its way to the proxy. `waiting`: the proxy did not answer yet, and is asked again. */
export type Sending = { readonly request: GenerateRequest; readonly waiting: boolean }

export type SendingOptions = {
  readonly api: Pick<Api, 'createJob' | 'cancelJob'>
  readonly jobs: JobStore
  readonly clock: Clock
}

const mayArriveLater = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.code === 'proxy_unreachable' || error.code === 'timeout' || error.code === 'rate_limited')

/** Brings jobs to the proxy, however often it takes: the same id and body twice is one job. */
export const createSending = ({ api, jobs, clock }: SendingOptions) => {
  const list = signal<ReadonlyMap<JobId, Sending>>(new Map())
  const aborts = new Map<JobId, AbortController>()
  const update = (change: (next: Map<JobId, Sending>) => void) => {
    const next = new Map(list.value)
    change(next)
    list.value = next
  }

  /** Tries until it is answered or stopped. True: answered. */
  const persist = async (
    signal: AbortSignal,
    work: () => Promise<void>,
    onWait: () => void,
  ): Promise<boolean> => {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        await work()
        return true
      } catch (error) {
        if (!mayArriveLater(error)) throw error
        onWait()
        await sleep(clock, backoff(failures), signal)
      }
    }
    return false
  }

  return {
    list,
    /** Resolves true when the proxy has the job, false when she called it off. Rejects when the proxy refuses it. */
    send: async (request: GenerateRequest): Promise<boolean> => {
      const { id } = request
      const abort = new AbortController()
      aborts.set(id, abort)
      update((next) => next.set(id, { request, waiting: false }))
      try {
        return await persist(
          abort.signal,
          async () => jobs.put([(await api.createJob({ body: request })).job]),
          () => update((next) => next.set(id, { request, waiting: true })),
        )
      } finally {
        aborts.delete(id)
        update((next) => next.delete(id))
      }
    },
    /** Stops sending a job. It may have arrived without an answer, so the proxy is told to cancel it, too. */
    callOff: async (id: JobId): Promise<void> => {
      aborts.get(id)?.abort()
      await persist(
        new AbortController().signal,
        async () => {
          try {
            jobs.put([(await api.cancelJob({ params: { id } })).job])
          } catch (error) {
            if (!(error instanceof AppError && error.code === 'not_found')) throw error
          }
        },
        () => undefined,
      )
    },
  }
}
export type SendingStore = ReturnType<typeof createSending>
