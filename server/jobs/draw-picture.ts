import type { JobError } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import type { JobEvent, Output } from '../../shared/job.ts'
import { isRunFinal } from '../../shared/job.ts'
import type { Json } from '../../shared/json.ts'
import type { Cost } from '../../shared/recipe.ts'
import type { Clock } from '../clock.ts'
import type { Engines } from '../engines/registry.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import { keepPicture } from '../files/keep-picture.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { ApplyEvent } from './apply-event.ts'
import { isLeftOver } from './is-left-over.ts'
import type { LiveProgress } from './live-progress.ts'
import { patientWrite } from './patient-write.ts'
import type { StartPicture } from './start-picture.ts'
import type { JobStore } from './store.ts'

/**
 * Takes one picture of a job from where it stands to its end. `halt` ends it whatever its engine says. `closing` ends
 * the watching only: the proxy stops, and its next start goes on from what is stored.
 */
export type DrawPicture = (
  id: JobId,
  index: number,
  signals: { readonly halt: AbortSignal; readonly closing: AbortSignal },
) => Promise<void>

type Options = {
  readonly store: JobStore
  readonly apply: ApplyEvent
  readonly start: StartPicture
  readonly engines: Engines
  readonly files: FileStore
  readonly room: Pick<Room, 'wait' | 'leave'>
  readonly live: LiveProgress
  readonly clock: Clock
  readonly log: Log
}

const DISK_FULL = 'The disk of the proxy is full: the picture waits until there is room.'
const NO_ENGINE = 'The engine is not set up on the proxy now: the picture waits until it is.'

const NOTHING = { usd: 0, estimate: false }

export const createDrawPicture = (options: Options): DrawPicture => {
  const { store, apply, start, engines, files, room, live, clock, log } = options

  const drawPicture: DrawPicture = async (id, index, { halt, closing }) => {
    const job = store.get(id)
    const isFree = job.plan.price.usd === 0

    const say = (note: string | null) =>
      live.set(id, index, { fraction: null, secondsLeft: null, note })
    const patiently = async <T>(work: () => T | Promise<T>): Promise<T> => {
      const key = `${id}/${index}`
      const onFull = () => {
        room.wait(key)
        say(DISK_FULL)
      }
      try {
        return await patientWrite(work, { clock, signal: closing, onFull })
      } finally {
        if (room.leave(key)) say(null)
      }
    }
    const write = (event: JobEvent) => patiently(() => apply(id, event))

    const isCanceled = (): boolean => store.get(id).progress.runs[index]?.state === 'canceled'
    const endBadly = (error: JobError, cost?: Cost): Promise<unknown> => {
      // Nobody goes on asking what became of a canceled run: it counts with its price.
      const known = error.charged === 'no' ? NOTHING : (cost ?? (isCanceled() && job.plan.price))
      return write({ type: 'failed', index, error, ...(known && { cost: known }) })
    }

    const fail = async (cause: unknown, charged: JobError['charged']): Promise<void> => {
      const error =
        cause instanceof AppError
          ? { code: cause.code, message: cause.message }
          : { code: 'internal' as const, message: 'Something broke while drawing. Try again.' }
      log.warn(
        {
          job: id,
          index,
          engine: job.plan.engine,
          code: error.code,
          error: describeError(cause),
        },
        'A picture failed',
      )
      await endBadly({ ...error, charged: isFree ? 'no' : charged })
    }

    const keep = async (bytes: Uint8Array, header?: ImageHeader): Promise<Output> => {
      try {
        const file = await patiently(() => keepPicture(files, bytes, header))
        return { file: file.id, width: file.width, height: file.height }
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'invalid_request') throw cause
        const message = 'The engine sent a picture that cannot be read. Try again.'
        throw new AppError('bad_answer', message, { cause })
      }
    }

    const watch = async (handle: Json): Promise<void> => {
      const signal = AbortSignal.any([halt, closing])
      for await (const event of engines.get(job.plan.engine).watch(handle, signal)) {
        switch (event.type) {
          case 'progress': {
            const { fraction, secondsLeft, note } = event
            live.set(id, index, { fraction, secondsLeft, note })
            break
          }
          case 'warning':
            await write({ type: 'warned', message: event.message })
            break
          case 'finished': {
            const { bytes, header, cost, seconds } = event
            const output = await keep(bytes, header)
            await write({
              type: 'finished',
              index,
              output,
              ...(cost && { cost }),
              ...(seconds !== undefined && { seconds }),
            })
            return
          }
          case 'failed':
            await endBadly(event.error, event.cost)
            return
        }
      }
      if (!signal.aborted)
        throw new AppError('bad_answer', 'The engine stopped without a picture. Try again.')
    }

    const stop = async (handle: Json): Promise<boolean> => {
      try {
        await engines.get(job.plan.engine).cancel(handle)
        return true
      } catch (error) {
        log.warn({ job: id, index, error: describeError(error) }, 'An engine took no cancel')
        return false
      }
    }

    const run = job.progress.runs[index]
    if (run === undefined) return
    if (isRunFinal(run) && !isLeftOver(run, job.plan)) return
    if (run.state !== 'queued' && !engines.has(job.plan.engine)) {
      log.warn({ job: id, index, engine: job.plan.engine }, 'A picture waits for its engine')
      if (!isRunFinal(run)) say(NO_ENGINE)
      return
    }
    try {
      const handle = run.handle ?? (await start({ job, run, write, fail, say, halt, closing }))
      if (handle === null) return
      // Canceled while the engine was being asked, when nobody knew the handle, or by an earlier proxy.
      if (!isCanceled() || (await stop(handle))) await watch(handle)
    } catch (error) {
      if (closing.aborted) return
      await fail(error, 'maybe')
    } finally {
      live.clear(id, index)
    }
  }
  return drawPicture
}
