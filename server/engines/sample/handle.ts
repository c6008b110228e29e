import * as v from 'valibot'
import { AspectRatio } from '../../../shared/aspect-ratio.ts'
import { Reference } from '../../../shared/generate-request.ts'
import { PictureFormat } from '../../../shared/settings.ts'

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1))

/** One run, complete: it is drawn from this alone, in any process. */
export const SampleHandle = v.object({
  run: v.string(),
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  picture: v.object({
    brief: v.string(),
    prompt: v.string(),
    seed: v.number(),
    index: v.number(),
    width: Pixels,
    height: Pixels,
    aspectRatio: AspectRatio,
    format: PictureFormat,
    steps: v.number(),
    guidance: v.number(),
    loraScale: v.number(),
    model: v.nullable(v.string()),
    reference: v.exactOptional(Reference),
  }),
})
export type SampleHandle = v.InferOutput<typeof SampleHandle>
