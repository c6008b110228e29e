import type { JobError } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import type { TrainingId } from '../../shared/ids.ts'
import type { TrainingEvent } from '../../shared/training-progress.ts'
import { isTrainingFinal } from '../../shared/training-progress.ts'
import type { Clock } from '../clock.ts'
import type { Room } from '../files/create-room.ts'
import { patientWrite } from '../jobs/patient-write.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import type { WeightsStore } from '../weights/weights-store.ts'
import type { LiveTrainings } from './live-trainings.ts'
import { costOfFailure } from './charge-of-training.ts'
import { saveVersion } from './save-version.ts'
import { sendPieces } from './send-pieces.ts'
import { startTraining } from './start-training.ts'
import type { Trainers } from './trainers.ts'
import type { TrainingRecord } from './training-record.ts'
import type { TrainingStore } from './training-store.ts'
import type { TrainingWork } from './training-work.ts'
import { watchTraining } from './watch-training.ts'
import type { WriteArchive } from './write-archive.ts'

/** Takes one training from where it stands to its end, or until the proxy stops. */
export type Train = (
  id: TrainingId,
  signals: Pick<TrainingWork, 'halt' | 'closing'>,
) => Promise<void>

type Options = {
  readonly store: TrainingStore
  readonly apply: (id: TrainingId, event: TrainingEvent) => TrainingRecord
  /** Null: nothing here trains. */
  readonly trainers: Trainers | null
  readonly writeArchive: WriteArchive
  readonly weights: Pick<WeightsStore, 'keep'>
  readonly styles: Pick<Styles, 'find' | 'addVersion'>
  readonly room: Pick<Room, 'wait' | 'leave'>
  readonly live: LiveTrainings
  readonly clock: Clock
  readonly log: Log
}

const NO_TRAINER =
  'Replicate is not set up on the proxy now: the training waits until it is. What runs there goes on.'
const DISK_FULL = 'The disk of the proxy is full: the training waits until there is room.'
const BROKEN = 'Something broke while training. Try again.'

export const createTrain = (options: Options): Train => {
  const { store, apply, trainers, writeArchive, weights, styles, room, live, clock, log } = options

  const workOn = (
    id: TrainingId,
    { halt, closing }: Pick<TrainingWork, 'halt' | 'closing'>,
  ): TrainingWork => {
    const say = (note: string | null) => live.say(id, note)
    const patiently = async <T>(work: () => T | Promise<T>): Promise<T> => {
      const onFull = () => {
        room.wait(id)
        say(DISK_FULL)
      }
      try {
        return await patientWrite(work, { clock, signal: closing, onFull })
      } finally {
        if (room.leave(id)) say(null)
      }
    }
    const write = (event: TrainingEvent) => patiently(() => apply(id, event))
    const fail = async (cause: unknown, charged: JobError['charged']): Promise<void> => {
      const { code, message } =
        cause instanceof AppError ? cause : ({ code: 'internal', message: BROKEN } as const)
      log.warn({ training: id, code, error: describeError(cause) }, 'A training failed')
      const { progress, plan } = store.get(id)
      const error = { code, message, charged }
      if (progress.state !== 'saving')
        await write({ type: 'failed', error, ...costOfFailure(error, progress, plan) })
      else {
        await write({ type: 'warned', message })
        await write({ type: 'kept', weights: null })
      }
    }
    return { id, current: () => store.get(id), write, patiently, fail, say, halt, closing }
  }

  const run = async (work: TrainingWork, on: Trainers): Promise<void> => {
    const { current, halt, closing } = work
    if (current().progress.state === 'queued')
      try {
        await sendPieces(work, on, writeArchive)
      } catch (error) {
        if (!halt.aborted && !closing.aborted) await work.fail(error, 'no')
        return
      }
    const { progress } = current()
    const archive = 'archive' in progress ? progress.archive : undefined
    const known = 'handle' in progress ? progress.handle : undefined
    const isStarting = progress.state === 'starting' || progress.state === 'canceled'
    const handle = known ?? (isStarting ? await startTraining(work, on, clock) : null)
    const { state } = current().progress
    if (handle !== null && (state === 'running' || state === 'canceled'))
      await watchTraining(work, handle, { trainers: on, store, live, log })
    await saveVersion(work, { trainers: on, styles, weights })
    if (archive && isTrainingFinal(current().progress.state)) await on.discard(archive)
  }

  return async (id, signals) => {
    const work = workOn(id, signals)
    if (trainers === null) {
      log.warn({ training: id }, 'A training waits for its trainer')
      work.say(NO_TRAINER)
      return
    }
    try {
      await run(work, trainers)
    } catch (error) {
      if (!signals.closing.aborted) await work.fail(error, 'maybe')
    } finally {
      if (isTrainingFinal(store.get(id).progress.state)) live.clear(id)
    }
  }
}
