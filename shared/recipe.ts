import * as v from 'valibot'
import { EngineId, referenceEntries } from './generate-request.ts'
import { DocumentId, FileId, JobId, StyleId } from './ids.ts'
import { Seed, settingsEntries } from './settings.ts'

/** What a picture or a job cost, in US dollars. */
export const Cost = v.object({ usd: v.pipe(v.number(), v.minValue(0)), estimate: v.boolean() })
export type Cost = v.InferOutput<typeof Cost>

/**
 * Everything needed to make one draft again, kept with the frame as plugin data. It travels with the file and
 * collaborators can read it (developers.figma.com: setPluginData), so it holds no token and no pixels.
 */
export const Recipe = v.object({
  job: JobId,
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  document: v.nullable(DocumentId),
  brief: v.string(),
  prompt: v.string(),
  style: v.object({ id: StyleId, name: v.string() }),
  version: v.nullable(v.string()),
  engine: EngineId,
  settings: v.object({ ...settingsEntries, seed: Seed }),
  reference: v.nullable(v.object(referenceEntries)),
  /** The draft that this one grew from. */
  parent: v.nullable(v.object({ job: JobId, index: v.number() })),
  file: FileId,
  width: v.number(),
  height: v.number(),
  /** ISO 8601, UTC: when the picture was finished. */
  createdAt: v.string(),
  cost: v.nullable(Cost),
})
export type Recipe = v.InferOutput<typeof Recipe>
