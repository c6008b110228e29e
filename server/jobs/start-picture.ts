import type { JobError } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import type { Json } from '../../shared/json.ts'
import type { JobEvent, Run } from '../../shared/job.ts'
import type { Clock } from '../clock.ts'
import type { Engine } from '../engines/engine.ts'
import type { Engines } from '../engines/registry.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { JobRecord } from './job-record.ts'
import { pictureRequest } from './picture-request.ts'
import type { JobStore } from './store.ts'
import type { Turns } from './turns.ts'

type Options = {
  readonly store: Pick<JobStore, 'handlesSince'>
  readonly engines: Engines
  readonly turns: Turns
  readonly clock: Clock
  readonly log: Log
}

type Asking = {
  readonly job: JobRecord
  readonly run: Run
  readonly write: (event: JobEvent) => Promise<JobRecord>
  readonly fail: (cause: unknown, charged: JobError['charged']) => Promise<void>
  readonly say: (note: string) => void
  readonly halt: AbortSignal
  readonly closing: AbortSignal
}

/**
 * The handle of a picture's run, stored: by asking the engine, or, where it was asked before and nobody knows what came
 * of it, by looking for that run. Null when there is none: the picture failed then, or we cut it off ourselves.
 */
export type StartPicture = (asking: Asking) => Promise<Json | null>

/** A run of ours may have been stored this much later than it began. Milliseconds. */
const OWNED_MARGIN = 3_600_000

const LOOKING = 'The answer got lost on its way. Looking for the picture.'
const STOPPED =
  'The proxy stopped while it asked for this picture. It may have been charged, and is not asked for again by itself. Try again if you still want it.'
const NOT_FOUND =
  'Nobody answered when this picture was asked for, and it was not found since. It may have been charged, and is not asked for again by itself. Try again if you still want it.'

/** The engine may have heard us. */
const isLost = (error: unknown): boolean =>
  !(error instanceof AppError) || error.code === 'timeout' || error.code === 'interrupted'

export const createStartPicture = (options: Options): StartPicture => {
  const { store, engines, turns, clock, log } = options

  const recover = async (
    engine: Engine,
    { job, run, say, closing }: Asking,
    dispatchedAt: number,
  ): Promise<Json | null> => {
    if (engine.recover === undefined) throw new AppError('interrupted', STOPPED)
    say(LOOKING)
    const lost = {
      picture: pictureRequest(job, run.index),
      dispatchedAt,
      owned: store.handlesSince(dispatchedAt - OWNED_MARGIN),
    }
    try {
      const handle = await engine.recover(lost, closing)
      if (handle !== null || closing.aborted) return handle
    } catch (error) {
      if (closing.aborted) return null
      log.warn(
        { job: job.id, index: run.index, engine: engine.id, error: describeError(error) },
        'A lost run could not be looked for',
      )
    }
    throw new AppError('interrupted', NOT_FOUND)
  }

  const ask = async (engine: Engine, asking: Asking): Promise<Json | null> => {
    const { job, run, write, say, halt, closing } = asking
    const { index } = run
    const stop = AbortSignal.any([halt, closing])
    // Before it counts as asked for: whoever is killed while it waits may ask without a doubt.
    await engine.ready?.(stop, say)
    if (stop.aborted) return null
    const dispatchedAt = clock.now()
    const { progress } = await write({ type: 'dispatched', index, at: dispatchedAt })
    // Canceled while an equal run had its turn.
    if (progress.runs[index]?.state !== 'starting') return null
    try {
      return await engine.start(pictureRequest(job, index), halt, say)
    } catch (error) {
      const mayExist = isLost(error)
      if (halt.aborted && !mayExist) await write({ type: 'withdrawn', index })
      if (mayExist && engine.recover !== undefined && job.plan.price.usd > 0)
        return closing.aborted ? null : recover(engine, asking, dispatchedAt)
      if (halt.aborted) return null
      throw error
    }
  }

  const find = async (asking: Asking): Promise<Json | null> => {
    const { job, run, fail } = asking
    const askedAt =
      run.state === 'starting' || run.state === 'canceled' ? run.dispatchedAt : undefined
    try {
      const engine = engines.get(job.plan.engine)
      return askedAt !== undefined && job.plan.price.usd > 0
        ? await recover(engine, asking, askedAt)
        : await ask(engine, asking)
    } catch (error) {
      await fail(error, isLost(error) ? 'maybe' : 'no')
      return null
    }
  }

  return async (asking) => {
    const { job, run, write, closing } = asking
    // Two equal runs cannot be told apart until both handles are stored: a lost one could be taken for the other.
    const same = JSON.stringify({ ...pictureRequest(job, run.index), index: 0, brief: '' })
    return turns(same, async () => {
      if (closing.aborted) return null
      const handle = await find(asking)
      if (handle !== null) await write({ type: 'started', index: run.index, handle })
      return handle
    })
  }
}
