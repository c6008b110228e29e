import type { JobId } from '../../shared/ids.ts'
import { isFinal, isRunFinal } from '../../shared/job.ts'
import type { Json } from '../../shared/json.ts'
import type { Clock } from '../clock.ts'
import type { Engines } from '../engines/registry.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import { wait } from '../wait.ts'
import type { DrawPicture } from './draw-picture.ts'
import { createEngineQueues } from './engine-queues.ts'
import type { Hub } from './hub.ts'
import { isLeftOver } from './is-left-over.ts'
import type { JobRecord } from './job-record.ts'
import type { ApplyEvent } from './apply-event.ts'
import type { JobStore } from './store.ts'

/** Milliseconds that an engine has to end a canceled run, or to answer a start while the proxy stops. */
const GRACE = 5_000

type Options = {
  readonly store: JobStore
  readonly apply: ApplyEvent
  readonly draw: DrawPicture
  readonly engines: Engines
  readonly hub: Hub
  readonly clock: Clock
  readonly log: Log
}

export type Runner = {
  /** Queues the pictures of a job. */
  enqueue: (job: JobRecord) => void
  /** Ends a job now; a picture that its engine finishes all the same is kept. A job that has ended stays as it is. */
  cancel: (id: JobId) => JobRecord
  /** Takes up every job that an earlier proxy left unfinished. */
  resume: () => void
  /** Stops watching. What runs goes on at its engine and is taken up by the next start. */
  stop: () => Promise<void>
}

/** An engine that took no cancel is asked again after so many milliseconds, until no run would go on for so long. */
const CANCEL_AGAIN = 60_000
const CANCEL_FOR = 3_600_000

/** Draws the pictures of all jobs: first come, first served at each engine, as many at a time as it takes. */
export const createRunner = (options: Options): Runner => {
  const { store, apply, draw, engines, hub, clock, log } = options
  const queues = createEngineQueues(engines)
  const closing = new AbortController()
  const active = new Map<string, AbortController>()

  const cancelAgain = (id: JobId, index: number): void => {
    const { progress, plan, finishedAt } = store.get(id)
    const run = progress.runs[index]
    if (run === undefined || !isLeftOver(run, plan) || !engines.has(plan.engine)) return
    if (clock.now() - (finishedAt ?? clock.now()) < CANCEL_FOR)
      clock.after(CANCEL_AGAIN, () => queues.add(plan.engine, () => drawOne(id, index)))
  }

  const drawOne = async (id: JobId, index: number): Promise<void> => {
    const key = `${id}/${index}`
    const halt = new AbortController()
    active.set(key, halt)
    try {
      await draw(id, index, { halt: halt.signal, closing: closing.signal })
      cancelAgain(id, index)
    } catch (error) {
      log.error({ job: id, index, error: describeError(error) }, 'A picture was left unfinished')
    } finally {
      active.delete(key)
      hub.publish({ type: 'queue' })
    }
  }

  const enqueue = (job: JobRecord): void => {
    for (const run of job.progress.runs) {
      if (isRunFinal(run) && !isLeftOver(run, job.plan)) continue
      // What an engine draws already comes first: its pictures may be kept there for a short time only.
      const priority = run.state === 'queued' ? 0 : 1
      queues.add(job.plan.engine, () => drawOne(job.id, run.index), priority)
    }
  }

  const cancelAtEngine = async (job: JobRecord, index: number, handle: Json): Promise<void> => {
    try {
      await engines.get(job.plan.engine).cancel(handle)
    } catch (error) {
      log.warn({ job: job.id, index, error: describeError(error) }, 'An engine took no cancel')
    }
  }

  return {
    enqueue,
    cancel: (id) => {
      const job = store.get(id)
      if (isFinal(job.progress.state)) return job
      const canceled = apply(id, { type: 'canceled' })
      hub.publish({ type: 'queue' })
      for (const run of job.progress.runs) {
        if (run.state === 'running') void cancelAtEngine(job, run.index, run.handle)
        const halt = active.get(`${id}/${run.index}`)
        if (halt) clock.after(GRACE, () => halt.abort())
      }
      return canceled
    },
    resume: () => store.unfinished().forEach(enqueue),
    stop: async () => {
      queues.close()
      closing.abort()
      const given = new AbortController()
      await Promise.race([queues.idle(), wait(clock, GRACE, given.signal)])
      given.abort()
      active.forEach((halt) => halt.abort())
      await queues.idle()
    },
  }
}
