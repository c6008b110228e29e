import type { JobView, TrainingView } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DocumentId, JobId } from '../../../shared/ids.ts'
import { backoff } from '../backoff.ts'
import type { Clock } from '../clock.ts'
import { sleep } from '../sleep.ts'
import type { Api } from './create-api.ts'
import { readEvents } from './read-events.ts'

/** A stream that is silent for so long is dead, or held back by something between us. Milliseconds. */
const SILENCE = 40_000
/** After so many failures in a row the jobs are asked for one by one between the attempts. */
const PATIENCE = 2
/** How many ids fit into one question. */
const IDS_AT_ONCE = 100

export type FollowOptions = {
  readonly api: Pick<Api, 'events' | 'listJobs'>
  readonly document: DocumentId
  readonly clock: Clock
  readonly signal: AbortSignal
  /** The jobs that are not over, for the polling fallback. */
  readonly active: () => readonly JobId[]
  readonly onJobs: (jobs: readonly JobView[]) => void
  readonly onTraining: (training: TrainingView) => void
  /** The stream or a poll failed; it is tried again by itself. */
  readonly onLost: (error: unknown) => void
}

/**
 * Keeps the document's jobs up to date until the signal aborts: by the event stream, resumed after each break, and by
 * polling while the stream keeps failing.
 */
export const followJobs = async (options: FollowOptions): Promise<void> => {
  const { api, clock, signal } = options
  let lastEventId: string | null = null
  let failures = 0

  const poll = async (): Promise<void> => {
    const ids = options.active()
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE)
      const { jobs } = await api.listJobs({
        query: { ids: some.join(','), limit: String(IDS_AT_ONCE) },
      })
      options.onJobs(jobs)
    }
  }

  const attempt = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => {
      if (!signal.aborted) options.onLost(error)
    })

  // What happened between the last look at the jobs and the stream's beginning is in no event.
  const onReady = () => {
    failures = 0
    void attempt(poll)
  }

  const stream = async (): Promise<void> => {
    const broken = new AbortController()
    const stop = () => broken.abort()
    signal.addEventListener('abort', stop)
    let callOff = clock.after(SILENCE, stop)
    try {
      const body = await api.events(options.document, lastEventId, broken.signal)
      await readEvents(
        body,
        (event, id) => {
          lastEventId = id ?? lastEventId
          if (event.type === 'job') options.onJobs([event.job])
          else if (event.type === 'training') options.onTraining(event.training)
          else if (event.type === 'ready') onReady()
          else if (event.type === 'error') throw new AppError(event.code, event.message)
        },
        () => {
          callOff()
          callOff = clock.after(SILENCE, stop)
        },
      )
    } finally {
      callOff()
      broken.abort()
      signal.removeEventListener('abort', stop)
    }
  }

  while (!signal.aborted) {
    await attempt(stream)
    failures += 1
    if (failures >= PATIENCE) await attempt(poll)
    await sleep(clock, backoff(failures), signal)
  }
}
