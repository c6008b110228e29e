import { AppError } from '../../shared/errors.ts'
import type { Json } from '../../shared/json.ts'
import type { TrainingProgress } from '../../shared/training-progress.ts'
import { abortLater } from '../abort-later.ts'
import type { Clock } from '../clock.ts'
import type { Trainers } from './trainers.ts'
import type { TrainingWork } from './training-work.ts'

const LOOKING = 'The answer got lost on its way. Looking for the training.'
const NOT_FOUND =
  'Nobody answered when this training was asked for, and it was not found since. It may have been charged, and is not asked for again by itself. Look at replicate.com, then try again if you still want it.'

/** Milliseconds in which the trainer may still answer when the proxy stops. */
const GRACE_MS = 5_000

/** The trainer may have heard us. */
const isLost = (error: unknown): boolean =>
  !(error instanceof AppError) || error.code === 'timeout' || error.code === 'interrupted'

/** What a training that was asked for is found by; null where nobody was asked. */
const askedFor = (progress: TrainingProgress) => {
  if (progress.state !== 'starting' && progress.state !== 'canceled') return null
  const { archive, destination, dispatchedAt } = progress
  return archive && destination !== undefined && dispatchedAt != null
    ? { archive, destination, dispatchedAt }
    : null
}

/**
 * The handle of a training whose pieces are sent, stored: by asking the trainer, or, where it was asked before and nobody
 * knows what came of it, by looking for it. Null when there is none: it failed then, or was cut off.
 */
export const startTraining = async (
  { current, write, fail, say, halt, closing }: TrainingWork,
  trainers: Trainers,
  clock: Clock,
): Promise<Json | null> => {
  const recover = async (): Promise<Json | null> => {
    const { plan, progress } = current()
    const asked = askedFor(progress)
    if (asked === null) return null
    say(LOOKING)
    const handle = await trainers.recover({ plan: plan.trainer, ...asked }, closing)
    if (handle === null && !closing.aborted) throw new AppError('interrupted', NOT_FOUND)
    say(null)
    return handle
  }

  const ask = async (): Promise<Json | null> => {
    const stop = AbortSignal.any([halt, closing])
    // Before it counts as asked for: whoever is killed while it waits may ask without a doubt.
    await trainers.ready(stop, say)
    if (stop.aborted) return null
    const { progress, plan } = await write({ type: 'dispatched', at: clock.now() })
    if (progress.state !== 'starting') return null
    const late = abortLater(closing, GRACE_MS, clock)
    const signal = AbortSignal.any([halt, late.signal])
    try {
      return await trainers.start({ ...progress, plan: plan.trainer }, signal, say)
    } catch (error) {
      if (isLost(error)) return closing.aborted ? null : await recover()
      await write({ type: 'withdrawn' })
      if (halt.aborted) return null
      throw error
    } finally {
      late.callOff()
    }
  }

  try {
    const handle = await (askedFor(current().progress) === null ? ask() : recover())
    if (handle !== null) await write({ type: 'started', handle })
    return handle
  } catch (error) {
    if (!closing.aborted) await fail(error, isLost(error) ? 'maybe' : 'no')
    return null
  }
}
