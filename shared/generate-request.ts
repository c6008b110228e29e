import * as v from 'valibot'
import { DocumentId, FileId, JobId, StyleId } from './ids.ts'
import { Settings } from './settings.ts'

/** The longest brief, in UTF-16 units. */
export const BRIEF_LIMIT = 2000
/** The most pictures of one press. */
export const COUNT_LIMIT = 4

export const EngineId = v.picklist(['sample', 'replicate', 'comfyui'])
export type EngineId = v.InferOutput<typeof EngineId>

export const Brief = v.pipe(
  v.string(),
  v.regex(/\S/, 'Write a brief first: who or what is the figurine?'),
  v.maxLength(BRIEF_LIMIT, 'A brief has at most 2000 characters.'),
)

/** A frame or picture that steers a job. `strength` is from 0 (close to the reference) to 1 (free). */
export const referenceEntries = {
  file: FileId,
  use: v.picklist(['follow', 'likeness', 'describe']),
  strength: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
}
export const Reference = v.strictObject(referenceEntries)
export type Reference = v.InferOutput<typeof Reference>

/** The picture that a job grew from. */
export const Parent = v.strictObject({
  job: JobId,
  index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNT_LIMIT - 1)),
})

/** Everything that one job depends on; nothing about a job lives outside it. The body of `POST /v1/jobs`. */
export const GenerateRequest = v.strictObject({
  id: JobId,
  document: v.optional(DocumentId),
  style: StyleId,
  /** The style's version to use, as `owner/name:version`; absent: its current one. */
  version: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(600))),
  /** Absent: the proxy's default engine. */
  engine: v.optional(EngineId),
  /** Each group as `{red|blue}` is a wildcard: one of its options for each picture, by the picture's seed. */
  brief: Brief,
  count: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1, 'Draw at least one picture.'),
    v.maxValue(COUNT_LIMIT, 'One press makes at most 4 pictures.'),
  ),
  settings: Settings,
  reference: v.optional(Reference),
  parent: v.optional(Parent),
})
export type GenerateRequest = v.InferOutput<typeof GenerateRequest>
