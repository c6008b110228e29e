import * as v from 'valibot'
import { JobError } from '../errors.ts'
import { DatasetId, FileId, StyleId, TrainingId } from '../ids.ts'
import { Cost } from '../recipe.ts'
import { TrainerPace } from '../training-price.ts'
import { TrainerId, TrainerValue, trainingEntries } from '../training-request.ts'

const NullableText = v.nullable(v.string())
const NullableNumber = v.nullable(v.number())

/** One of a trainer's settings, within what its version takes. */
export const TrainerSetting = v.object({
  name: v.string(),
  label: v.string(),
  type: v.picklist(['number', 'integer', 'text', 'switch', 'choice']),
  /** What is used where nothing is said. */
  value: TrainerValue,
  minimum: NullableNumber,
  maximum: NullableNumber,
  /** The only values that it takes; null where it takes any. */
  values: v.nullable(v.array(v.union([v.string(), v.number()]))),
  /** What it does, in a sentence; empty: nothing to say. */
  hint: v.string(),
})
export type TrainerSetting = v.InferOutput<typeof TrainerSetting>

export const TrainerView = v.object({
  id: TrainerId,
  label: v.string(),
  /** What it is for, in a sentence. */
  hint: v.string(),
  /** `owner/name:version` that a training would run on now; the name alone while that is not known. */
  model: v.string(),
  settings: v.array(TrainerSetting),
  /** The setting that the price depends on. */
  steps: v.string(),
  pace: TrainerPace,
  /** Why it cannot train now, in words; null where it can. */
  problem: NullableText,
})
export type TrainerView = v.InferOutput<typeof TrainerView>

export const TrainingStage = v.picklist([
  /** The proxy makes the model and sends the pieces. */
  'preparing',
  'queued',
  'waking',
  'loading',
  'captioning',
  'caching',
  'training',
  /** The trainer writes the weights, and the proxy fetches them. */
  'saving',
])
export type TrainingStage = v.InferOutput<typeof TrainingStage>

const common = {
  id: TrainingId,
  /** As it came in, so that it can be sent again. */
  request: v.object(trainingEntries),
  style: v.object({ id: StyleId, name: v.string(), trigger: v.string() }),
  dataset: v.object({
    id: DatasetId,
    version: v.number(),
    hash: FileId,
    /** Trained on; those that are held out do not count. */
    pieces: v.number(),
    bytes: v.number(),
  }),
  /** `model` is `owner/name:version`. */
  trainer: v.object({ id: TrainerId, label: v.string(), model: v.string() }),
  /** The trainer's input by its own names, without the pieces. */
  input: v.record(v.string(), TrainerValue),
  steps: v.number(),
  /** The model that the new version goes into, as `owner/name`; null before it is there. */
  destination: NullableText,
  progress: v.object({
    stage: TrainingStage,
    /** From 0 to 1; null while nothing is known. */
    fraction: NullableNumber,
    step: NullableNumber,
    /** Seconds left, estimated; null while nothing is known. */
    secondsLeft: NullableNumber,
    /** What a cancel now would still be charged for, estimated. US dollars. */
    usd: v.number(),
    /** What there is to know besides, in words for her. */
    note: NullableText,
  }),
  /** The loss by step, as means over equal stretches: at most 200 of them. */
  losses: v.array(v.object({ step: v.number(), loss: v.number() })),
  /** Estimated, before it began. */
  price: v.object({ usd: v.number(), seconds: v.number() }),
  cost: v.nullable(Cost),
  /** What it made; null while there is nothing. */
  result: v.nullable(
    v.object({
      /** `owner/name:version`. */
      model: v.string(),
      /** The version of the style that it became; null where the style is gone. */
      version: NullableNumber,
      /** The time that was charged for. */
      seconds: NullableNumber,
      /** Kept on the proxy; `file` is the SHA-256. Null while they are not there. */
      weights: v.nullable(v.object({ file: FileId, bytes: v.number(), rank: v.number() })),
    }),
  ),
  warnings: v.array(v.string()),
  /** ISO 8601, UTC. */
  createdAt: v.string(),
  finishedAt: NullableText,
  /** The one that this one tries again. */
  retryOf: v.nullable(TrainingId),
  /** The name of the token that it was pressed with. */
  pressedBy: v.string(),
  /** Grows with every change that is kept: of two views the one with the larger number is newer. */
  sequence: v.number(),
}

/** A training as everybody sees it; `failed` alone has an error. */
export const TrainingView = v.variant('state', [
  v.object({
    ...common,
    state: v.picklist(['queued', 'starting', 'running', 'succeeded', 'canceled']),
  }),
  v.object({ ...common, state: v.literal('failed'), error: JobError }),
])
export type TrainingView = v.InferOutput<typeof TrainingView>

const TrainingAnswer = v.object({ training: TrainingView })

/** How each route is asked, and what it answers. */
export const trainingRoutes = {
  listTrainers: {
    method: 'GET',
    path: '/v1/trainers',
    response: v.object({
      trainers: v.array(TrainerView),
      /** The largest training ZIP. Bytes. */
      archiveBytes: v.number(),
    }),
  },
  createTraining: { method: 'POST', path: '/v1/trainings', response: TrainingAnswer },
  listTrainings: {
    method: 'GET',
    path: '/v1/trainings',
    response: v.object({ trainings: v.array(TrainingView), next: NullableText }),
  },
  getTraining: { method: 'GET', path: '/v1/trainings/{id}', response: TrainingAnswer },
  cancelTraining: { method: 'POST', path: '/v1/trainings/{id}/cancel', response: TrainingAnswer },
  retryTraining: { method: 'POST', path: '/v1/trainings/{id}/retry', response: TrainingAnswer },
  getTrainingLog: {
    method: 'GET',
    path: '/v1/trainings/{id}/log',
    /** Its last 200,000 characters. */
    response: v.object({ log: v.string() }),
  },
} as const
