import * as v from 'valibot'
import { JobError } from '../../shared/errors.ts'
import { DatasetId, FileId, StyleId, TrainingId } from '../../shared/ids.ts'
import { Json } from '../../shared/json.ts'
import { Cost } from '../../shared/recipe.ts'
import type { TrainingProgress } from '../../shared/training-progress.ts'
import { TrainerPace } from '../../shared/training-price.ts'
import { TrainerId, TrainerValue, TrainingRequest } from '../../shared/training-request.ts'

const Archive = v.object({ file: v.string(), url: v.string() })
const Trained = v.object({
  model: v.string(),
  weights: v.nullable(v.string()),
  seconds: v.nullable(v.number()),
})
const warnings = { warnings: v.array(v.string()) }
const ended = {
  ...warnings,
  archive: v.optional(Archive),
  destination: v.optional(v.string()),
  dispatchedAt: v.optional(v.number()),
  handle: v.optional(Json),
  cost: v.optional(Cost),
}
const made = {
  ...warnings,
  destination: v.string(),
  handle: Json,
  trained: Trained,
  cost: Cost,
}

const StoredProgress: v.GenericSchema<unknown, TrainingProgress> = v.variant('state', [
  v.object({ ...warnings, state: v.literal('queued') }),
  v.object({
    ...warnings,
    state: v.literal('starting'),
    archive: Archive,
    destination: v.string(),
    dispatchedAt: v.nullable(v.number()),
  }),
  v.object({
    ...warnings,
    state: v.literal('running'),
    archive: Archive,
    destination: v.string(),
    handle: Json,
  }),
  v.object({ ...made, state: v.literal('saving') }),
  v.object({
    ...made,
    state: v.literal('succeeded'),
    weights: v.nullable(v.object({ file: FileId, bytes: v.number(), rank: v.number() })),
  }),
  v.object({ ...ended, state: v.literal('failed'), error: JobError }),
  v.object({ ...ended, state: v.literal('canceled') }),
])

/** What was settled when the training came in, so that later edits of its style change nothing about it. */
export const TrainingPlan = v.object({
  style: v.object({ id: StyleId, name: v.string(), trigger: v.string() }),
  dataset: v.object({
    id: DatasetId,
    version: v.number(),
    hash: FileId,
    pieces: v.number(),
    bytes: v.number(),
  }),
  /** TrainerPlan. */
  trainer: v.object({
    id: TrainerId,
    label: v.string(),
    model: v.string(),
    input: v.record(v.string(), TrainerValue),
    archiveInput: v.string(),
    steps: v.number(),
    pace: TrainerPace,
  }),
  /** Estimated. */
  price: v.object({ usd: v.number(), seconds: v.number() }),
})
export type TrainingPlan = v.InferOutput<typeof TrainingPlan>

export const Losses = v.array(v.object({ step: v.number(), loss: v.number() }))

const json = <T>(schema: v.GenericSchema<unknown, T>) => v.pipe(v.string(), v.parseJson(), schema)

/** A training as its row in the database holds it, without its log. */
export const TrainingRecord = v.object({
  /** Counts up with each training that comes in. */
  number: v.number(),
  id: TrainingId,
  request: json(TrainingRequest),
  plan: json(TrainingPlan),
  progress: json(StoredProgress),
  losses: json(Losses),
  /** The number of its last change. */
  sequence: v.number(),
  /** Milliseconds since 1970. */
  createdAt: v.number(),
  finishedAt: v.nullable(v.number()),
  pressedBy: v.string(),
  retryOf: v.nullable(TrainingId),
})
export type TrainingRecord = v.InferOutput<typeof TrainingRecord>
