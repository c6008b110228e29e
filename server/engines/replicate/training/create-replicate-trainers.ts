import { lookup as lookUp } from 'node:dns/promises'
import * as v from 'valibot'
import type { TrainerView } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import { trainingPrice } from '../../../../shared/training-price.ts'
import type { TrainerPace } from '../../../../shared/training-price.ts'
import type { Clock } from '../../../clock.ts'
import type { Log } from '../../../log.ts'
import type { MeasuredTrainings } from '../../../trainings/measured-trainings.ts'
import type { Trainers, TrainingOrder } from '../../../trainings/trainers.ts'
import { createApi } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { refusalError } from '../errors/explain-refusal.ts'
import { TRAINING_REFUSAL_ROWS } from '../errors/training-error-rows.ts'
import { median } from '../price/measured-times.ts'
import { PER_SECOND } from '../price/price-table.ts'
import { createFetchWeights } from './fetch-weights.ts'
import { mapTrainingInput } from './map-training-input.ts'
import { createPrepareDestination } from './prepare-destination.ts'
import type { TrainerPreset } from './preset.ts'
import { readPresets } from './preset.ts'
import { recoverTraining } from './recover-training.ts'
import { createResolveTrainer } from './resolve-trainer.ts'
import { knownSettings, usualSettings } from './trainer-settings.ts'
import { TrainingHandle } from './training-handle.ts'
import { ARCHIVE_LIMIT, uploadArchive } from './upload-archive.ts'
import { createWatchTraining } from './watch-training.ts'
import { WireTraining } from './wire-training.ts'

export type ReplicateTrainersOptions = {
  /** Goes to the API's origin and nowhere else. */
  readonly token: string
  /** Where the API is; Replicate's own unless told. Any other origin is trusted to deliver, too. */
  readonly baseUrl?: string
  readonly measured: MeasuredTrainings
  readonly clock: Clock
  readonly log: Log
  readonly fetch?: typeof fetch
  /** From 0 to 1, for jitter. */
  readonly random?: () => number
  readonly presets?: readonly TrainerPreset[]
}

const REPLICATE = 'https://api.replicate.com/v1'
const TIMEOUT_MS = 30_000

const LOST =
  'Replicate did not answer, so the training may have been started, and may have been charged. Look at replicate.com before you try again.'
const CANCELED = 'Canceled before it began. Nothing was charged.'
const NOT_STOPPED =
  'Replicate did not confirm that the training was stopped. It may go on, and may be charged.'
const UNKNOWN_TRAINER =
  'This proxy does not know this trainer. Nothing was started or charged. Choose another one.'

/** The request may have been accepted, and nobody said so. */
const isLost = (outcome: Outcome): boolean =>
  outcome.type === 'silence'
    ? outcome.sent
    : outcome.status >= 500 || outcome.status === 408 || isSuccess(outcome)

/** Published times, scaled by what trainings of our own really took. */
const paceOf = (preset: TrainerPreset, measured: MeasuredTrainings): TrainerPace => {
  const { fixedSeconds, secondsPerStep, hardware } = preset
  const usdPerSecond = PER_SECOND[hardware].usd
  const published = { fixedSeconds, secondsPerStep, usdPerSecond, measured: 0 }
  const took = measured(preset.id)
  const scale = median(
    took.map(({ seconds, steps }) => seconds / trainingPrice(published, steps).seconds),
  )
  if (scale === null) return published
  return {
    fixedSeconds: fixedSeconds * scale,
    secondsPerStep: secondsPerStep * scale,
    usdPerSecond,
    measured: took.length,
  }
}

/** LoRAs by trainers on Replicate, each by its version's own schema. */
export const createReplicateTrainers = (options: ReplicateTrainersOptions): Trainers => {
  const { token, clock, log, measured, presets = readPresets() } = options
  const { fetch = globalThis.fetch, random = Math.random } = options
  const baseUrl = (options.baseUrl ?? REPLICATE).replace(/\/+$/, '')
  const api = createApi({ token, baseUrl, fetch, timeoutMs: TIMEOUT_MS, clock, random })
  const resolve = createResolveTrainer(api, clock)
  const watch = createWatchTraining({ api, clock, random })
  const nobody = new AbortController().signal

  const handleOf = (
    { plan: { steps, pace }, destination }: TrainingOrder,
    { id, created_at }: WireTraining,
  ): TrainingHandle => ({ id, destination, createdAt: created_at, steps, pace })

  const viewOf = async (preset: TrainerPreset, signal: AbortSignal): Promise<TrainerView> => {
    const { id, label, hint, trainer, steps } = preset
    const known = { id, label, hint, steps, pace: paceOf(preset, measured) }
    try {
      const { version, schema } = await resolve(trainer, signal)
      const settings = knownSettings(preset, schema).map(({ setting }) => setting)
      return { ...known, model: `${trainer}:${version}`, settings, problem: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const settings = usualSettings(preset)
      return { ...known, model: trainer, settings, problem: error.message }
    }
  }

  return {
    archiveBytes: ARCHIVE_LIMIT,
    list: (signal) => Promise.all(presets.map((preset) => viewOf(preset, signal))),
    plan: async ({ trainer: id, settings }, trigger, signal) => {
      const preset = presets.find((one) => one.id === id)
      if (preset === undefined) throw new AppError('invalid_request', UNKNOWN_TRAINER)
      const { version, schema } = await resolve(preset.trainer, signal)
      const { input, archive, steps } = mapTrainingInput(preset, schema, { settings, trigger })
      return {
        id,
        label: preset.label,
        model: `${preset.trainer}:${version}`,
        input,
        archiveInput: archive,
        steps,
        pace: paceOf(preset, measured),
      }
    },
    prepare: createPrepareDestination(api),
    upload: (path, name, signal) => uploadArchive(api, path, name, signal),
    discard: async ({ file }) => {
      const outcome = await api.deleteFile(file, nobody)
      if (!isSuccess(outcome)) log.info({ engine: 'replicate' }, 'A sent dataset was not deleted')
    },
    ready: api.ready,
    start: async (order, signal, say) => {
      const { plan, archive, destination } = order
      const [trainer = '', version = ''] = plan.model.split(':')
      const [owner = '', name = ''] = trainer.split('/')
      const [account = '', model = ''] = destination.split('/')
      const input = { ...plan.input, [plan.archiveInput]: archive.url }
      const outcome = await api.createTraining(
        { owner, name, version, destination: `${account}/${model}`, input },
        signal,
        say,
      )
      const answer = isSuccess(outcome) ? v.safeParse(WireTraining, outcome.body) : null
      if (answer?.success === true) return handleOf(order, answer.output)
      if (isLost(outcome)) throw new AppError('timeout', LOST)
      if (signal.aborted) throw new AppError('canceled', CANCELED)
      throw refusalError(outcome, TRAINING_REFUSAL_ROWS)
    },
    recover: async (lost, signal) => {
      const training = await recoverTraining(lost, { api, clock }, signal)
      return training === null ? null : handleOf(lost, training)
    },
    watch: (handle, signal) => watch(v.parse(TrainingHandle, handle), signal),
    cancel: async (handle) => {
      const outcome = await api.cancelTraining(v.parse(TrainingHandle, handle).id, nobody)
      if (!isSuccess(outcome)) throw new AppError('engine_unavailable', NOT_STOPPED)
    },
    fetchWeights: createFetchWeights({
      fetch,
      apiUrl: new URL(baseUrl),
      apiIsPublic: baseUrl === REPLICATE,
      lookup: async (host) => (await lookUp(host, { all: true })).map(({ address }) => address),
      clock,
      random,
    }),
  }
}
