import * as v from 'valibot'
import { WirePrediction } from '../api/wire.ts'

const Output = v.object({ version: v.optional(v.string()), weights: v.optional(v.string()) })

/** A training as Replicate shows it; like a prediction, its logs and its output may be gone. */
export const WireTraining = v.object({
  ...WirePrediction.entries,
  output: v.fallback(v.nullish(Output), null),
})
export type WireTraining = v.InferOutput<typeof WireTraining>
