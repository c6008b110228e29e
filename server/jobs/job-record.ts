import * as v from 'valibot'
import { JobError } from '../../shared/errors.ts'
import { EngineId, GenerateRequest, Reference } from '../../shared/generate-request.ts'
import { DocumentId, FileId, JobId, StyleId } from '../../shared/ids.ts'
import type { Progress } from '../../shared/job.ts'
import { Json } from '../../shared/json.ts'
import { Cost } from '../../shared/recipe.ts'
import { Seed } from '../../shared/settings.ts'

const run = {
  index: v.number(),
  seed: Seed,
  handle: v.optional(Json),
  cost: v.optional(Cost),
}
const Run = v.variant('state', [
  v.object({ ...run, state: v.literal('queued') }),
  v.object({ ...run, state: v.literal('canceled'), dispatchedAt: v.optional(v.number()) }),
  // Only runs that cost nothing were stored without it.
  v.object({ ...run, state: v.literal('starting'), dispatchedAt: v.optional(v.number(), 0) }),
  v.object({ ...run, state: v.literal('running'), handle: Json }),
  v.object({
    ...run,
    state: v.literal('succeeded'),
    output: v.object({ file: FileId, width: v.number(), height: v.number() }),
    seconds: v.optional(v.number()),
  }),
  v.object({ ...run, state: v.literal('failed'), error: JobError }),
])

const progress = { runs: v.array(Run), warnings: v.array(v.string()) }
const StoredProgress: v.GenericSchema<unknown, Progress> = v.variant('state', [
  v.object({
    ...progress,
    state: v.picklist(['queued', 'starting', 'running', 'succeeded', 'canceled']),
  }),
  v.object({ ...progress, state: v.literal('failed'), error: JobError }),
])

/** What was settled when the job came in, so that later edits of its style change nothing about it. */
export const Plan = v.object({
  prompt: v.string(),
  /** Of each picture, where the brief has wildcards. */
  wordings: v.optional(v.array(v.object({ brief: v.string(), prompt: v.string() }))),
  style: v.object({ id: StyleId, name: v.string() }),
  version: v.nullable(v.string()),
  engine: EngineId,
  model: v.nullable(v.string()),
  /** Of one picture. */
  price: Cost,
  /** Of one picture as it is asked for, in pixels; absent in jobs that are older than this: the usual one. */
  size: v.optional(v.object({ width: v.number(), height: v.number() })),
  /** Absent where there is none, or where it cannot be used. */
  reference: v.optional(Reference),
  /** The usual time of one picture; absent in older jobs. */
  seconds: v.optional(v.number()),
})
export type Plan = v.InferOutput<typeof Plan>

const json = <T>(schema: v.GenericSchema<unknown, T>) => v.pipe(v.string(), v.parseJson(), schema)

/** A job as its row in the database holds it. */
export const JobRecord = v.object({
  /** Counts up with each job that comes in. */
  number: v.number(),
  id: JobId,
  document: v.nullable(DocumentId),
  request: json(GenerateRequest),
  plan: json(Plan),
  progress: json(StoredProgress),
  /** The number of its last change. */
  sequence: v.number(),
  /** Milliseconds since 1970. */
  createdAt: v.number(),
  finishedAt: v.nullable(v.number()),
  /** The name of the token that it was pressed with; null in older jobs. */
  pressedBy: v.nullable(v.string()),
})
export type JobRecord = v.InferOutput<typeof JobRecord>
