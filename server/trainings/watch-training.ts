import { AppError } from '../../shared/errors.ts'
import type { Json } from '../../shared/json.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import { costOfFailure } from './charge-of-training.ts'
import type { LiveTrainings } from './live-trainings.ts'
import type { Trainers } from './trainers.ts'
import type { TrainingStore } from './training-store.ts'
import type { TrainingWork } from './training-work.ts'

const SILENT = 'The trainer stopped without a word. Look at replicate.com.'

type Options = {
  readonly trainers: Trainers
  readonly store: Pick<TrainingStore, 'hold' | 'keepLog'>
  readonly live: LiveTrainings
  readonly log: Log
}

/**
 * Follows a training until its trainer is done with it. One that is canceled is stopped there, and followed, too: until
 * it ends, nobody knows what it cost.
 */
export const watchTraining = async (
  { id, current, write, patiently, say, halt, closing }: TrainingWork,
  handle: Json,
  { trainers, store, live, log }: Options,
): Promise<void> => {
  const cancel = async (): Promise<void> => {
    try {
      await trainers.cancel(handle)
    } catch (error) {
      log.warn({ training: id, error: describeError(error) }, 'A trainer took no cancel')
      if (error instanceof AppError) await write({ type: 'warned', message: error.message })
    }
  }
  const onHalt = (): void => void cancel()
  if (current().progress.state === 'canceled') await cancel()
  else halt.addEventListener('abort', onHalt)
  const { price } = current().plan
  try {
    for await (const event of trainers.watch(handle, closing))
      switch (event.type) {
        case 'progress':
          live.set(id, event.live)
          if (event.live.progress.usd > price.usd) store.hold(id, event.live.progress.usd)
          break
        case 'trouble':
          say(event.note)
          break
        case 'warning':
          await write({ type: 'warned', message: event.message })
          break
        case 'trained':
        case 'failed': {
          const { log: text, losses } = live.get(id) ?? { log: '', losses: [] }
          await patiently(() => store.keepLog(id, text, losses))
          const { progress, plan } = current()
          const unsaid = event.type === 'failed' && costOfFailure(event.error, progress, plan)
          await write({ ...unsaid, ...event })
          return
        }
      }
    if (!closing.aborted) throw new AppError('bad_answer', SILENT)
  } finally {
    halt.removeEventListener('abort', onHalt)
  }
}
