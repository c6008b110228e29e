import * as v from 'valibot'
import { AspectRatio } from './aspect-ratio.ts'
import { EngineId, referenceEntries } from './generate-request.ts'
import { DocumentId, StyleId } from './ids.ts'
import { PictureFormat } from './settings.ts'

/** A reference that she chose: on the proxy, with the name and the pixels of the frame that it was. */
export const ChosenReference = v.object({
  ...referenceEntries,
  /** Where it was chosen: the form is the same in all files, a reference is not. */
  document: DocumentId,
  name: v.string(),
  width: v.number(),
  height: v.number(),
  /** Off: kept at hand, and not used. */
  on: v.boolean(),
})
export type ChosenReference = v.InferOutput<typeof ChosenReference>

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
  reference: v.optional(v.nullable(ChosenReference), null),
})
export type DraftForm = v.InferOutput<typeof DraftForm>
