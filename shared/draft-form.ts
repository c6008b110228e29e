import * as v from 'valibot'
import { AspectRatio } from './aspect-ratio.ts'
import { EngineId } from './generate-request.ts'
import { StyleId } from './ids.ts'
import { PictureFormat } from './settings.ts'

/** The Draft tab as she left it, half-typed brief included. Kept in clientStorage through the main thread. */
export const DraftForm = v.object({
  brief: v.string(),
  style: v.nullable(StyleId),
  /** Null: the style's current version. */
  version: v.nullable(v.string()),
  /** Null: the proxy's default engine. */
  engine: v.nullable(EngineId),
  count: v.number(),
  /** `frame`: the shape of the selected frame, or the style's default when nothing is selected. */
  aspectRatio: v.picklist(['frame', ...AspectRatio.options]),
  format: PictureFormat,
  steps: v.number(),
  guidance: v.number(),
  loraScale: v.number(),
  seed: v.object({ locked: v.boolean(), value: v.number() }),
})
export type DraftForm = v.InferOutput<typeof DraftForm>
