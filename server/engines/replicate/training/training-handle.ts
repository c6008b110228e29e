import * as v from 'valibot'
import { TrainerPace } from '../../../../shared/training-price.ts'

/** One training on Replicate: enough to watch it, to charge it and to stop it, in any process. It holds no words of hers. */
export const TrainingHandle = v.object({
  id: v.string(),
  /** `owner/name`: what the version goes into. */
  destination: v.string(),
  /** ISO 8601, by Replicate's clock. */
  createdAt: v.string(),
  steps: v.number(),
  pace: TrainerPace,
})
export type TrainingHandle = v.InferOutput<typeof TrainingHandle>
