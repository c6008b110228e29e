import * as v from 'valibot'
import { DatasetId, StyleId, TrainingId } from './ids.ts'

/** A trainer preset: a short lower-case slug, such as `flux-dev-lora`. */
export const TrainerId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))

/** A value of one of a trainer's settings. */
export const TrainerValue = v.union([v.pipe(v.number(), v.finite()), v.string(), v.boolean()])
export type TrainerValue = v.InferOutput<typeof TrainerValue>

export const trainingEntries = {
  id: TrainingId,
  style: StyleId,
  dataset: DatasetId,
  /** Of the dataset: a frozen one. */
  datasetVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  trainer: TrainerId,
  /** By the trainer's own names for them (`TrainerView`); what is absent is as the trainer has it. */
  settings: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.maxLength(40)), TrainerValue),
      v.check((settings) => Object.keys(settings).length <= 40, 'There are too many settings.'),
    ),
    {},
  ),
  /** The name of the model that the new version goes into, without its owner; absent: the style's own. */
  destination: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[a-z0-9][a-z0-9._-]{0,62}$/,
        'The name of a model has lower-case letters, digits, dots, _ and - only.',
      ),
    ),
  ),
}

/** Everything that one training depends on. The body of `POST /v1/trainings`. */
export const TrainingRequest = v.strictObject(trainingEntries)
export type TrainingRequest = v.InferOutput<typeof TrainingRequest>
