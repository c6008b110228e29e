import * as v from 'valibot'
import { ErrorCode, JobError } from '../errors.ts'
import { EngineId, referenceEntries } from '../generate-request.ts'
import { DocumentId, FileId, JobId, StyleId } from '../ids.ts'
import { Mark } from '../mark.ts'
import { Cost } from '../recipe.ts'
import { Seed, settingsEntries } from '../settings.ts'
import { TrainingView } from './training-routes.ts'
import { SheetView } from './sheet-routes.ts'

const NullableText = v.nullable(v.string())
const Index = v.pipe(v.number(), v.integer(), v.minValue(0))
/** From 0 to 1; null while nothing is known. */
const Fraction = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))

export const JobStateName = v.picklist([
  'queued',
  'starting',
  'running',
  'succeeded',
  'failed',
  'canceled',
])

/** A finished picture of a job. */
export const OutputView = v.object({
  file: FileId,
  width: v.number(),
  height: v.number(),
  index: Index,
  /** With its wildcards chosen; absent from an older proxy. */
  brief: v.optional(v.string()),
  prompt: v.string(),
  seed: Seed,
  /** ISO 8601, UTC. */
  finishedAt: v.string(),
  /** True once a panel reported it as placed on the canvas. */
  placed: v.boolean(),
  /** What she thinks of it; absent from an older proxy. */
  mark: v.optional(v.nullable(Mark)),
  /** She does not want it on the canvas; absent from an older proxy. */
  dismissed: v.optional(v.boolean()),
})
export type OutputView = v.InferOutput<typeof OutputView>

/** One picture's way, finished or not. */
export const RunView = v.object({
  index: Index,
  seed: Seed,
  state: JobStateName,
  fraction: Fraction,
  error: v.nullable(JobError),
})
export type RunView = v.InferOutput<typeof RunView>

/** What a GenerateRequest holds, in an answer: a newer proxy may know more of it. */
const SentRequest = v.object({
  id: JobId,
  document: v.optional(DocumentId),
  style: StyleId,
  version: v.optional(v.string()),
  engine: v.optional(EngineId),
  brief: v.string(),
  count: v.number(),
  settings: v.object(settingsEntries),
  reference: v.optional(v.object(referenceEntries)),
  parent: v.optional(v.object({ job: JobId, index: Index })),
})

const common = {
  id: JobId,
  document: v.nullable(DocumentId),
  /** The request as it came in, so that it can be sent again. */
  request: SentRequest,
  prompt: v.string(),
  style: v.object({ id: StyleId, name: v.string() }),
  version: NullableText,
  engine: EngineId,
  /** The engine's own name for what draws, such as `owner/name:version`. */
  model: NullableText,
  progress: v.object({
    fraction: Fraction,
    /** Jobs that come before this one in the queue; null once it has begun. */
    ahead: v.nullable(v.number()),
    /** Seconds left, estimated; null while nothing is known. */
    secondsLeft: v.nullable(v.number()),
    /** What the engine says that it is doing, in words for her. */
    note: NullableText,
  }),
  runs: v.array(RunView),
  outputs: v.array(OutputView),
  warnings: v.array(v.string()),
  cost: v.nullable(Cost),
  createdAt: v.string(),
  finishedAt: NullableText,
  /** The name of the token that it was pressed with; null or absent: nobody knows. */
  pressedBy: v.optional(NullableText),
  /** Grows with every change that is kept: of two views the one with the larger number is newer. Absent: an older proxy. */
  sequence: v.optional(v.number()),
}

/** A job as everybody sees it. `outputs` grows while it runs; `failed` alone has an error. */
export const JobView = v.variant('state', [
  v.object({
    ...common,
    state: v.picklist(['queued', 'starting', 'running', 'succeeded', 'canceled']),
  }),
  v.object({ ...common, state: v.literal('failed'), error: JobError }),
])
export type JobView = v.InferOutput<typeof JobView>

/** A panel's short, expiring right to place one picture, so that two open panels never place it twice. */
export const Claim = v.object({
  granted: v.boolean(),
  /** Who has it, or why nobody can have it. */
  reason: v.picklist(['granted', 'claimed', 'placed']),
  /** ISO 8601, UTC; null when it was not granted. */
  until: NullableText,
})
export type Claim = v.InferOutput<typeof Claim>

/** One frame of `GET /v1/events`, server-sent. A frame with an id is resumable with `Last-Event-ID`. */
export const ServerEvent = v.variant('type', [
  v.object({ type: v.literal('job'), job: JobView }),
  v.object({ type: v.literal('training'), training: TrainingView }),
  v.object({ type: v.literal('sheet'), sheet: SheetView }),
  /** The stream is up to date: everything before this frame was history. */
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('error'), code: ErrorCode, message: v.string() }),
])
export type ServerEvent = v.InferOutput<typeof ServerEvent>

const JobAnswer = v.object({ job: JobView })

/** How each route is asked, and what it answers. */
export const jobRoutes = {
  createJob: { method: 'POST', path: '/v1/jobs', response: JobAnswer },
  listJobs: {
    method: 'GET',
    path: '/v1/jobs',
    response: v.object({ jobs: v.array(JobView), next: NullableText }),
  },
  getJob: { method: 'GET', path: '/v1/jobs/{id}', response: JobAnswer },
  cancelJob: { method: 'POST', path: '/v1/jobs/{id}/cancel', response: JobAnswer },
  claimOutput: { method: 'POST', path: '/v1/jobs/{id}/outputs/{index}/claim', response: Claim },
  placeOutput: {
    method: 'POST',
    path: '/v1/jobs/{id}/outputs/{index}/placed',
    response: JobAnswer,
  },
  markOutput: {
    method: 'PUT',
    path: '/v1/jobs/{id}/outputs/{index}/mark',
    response: JobAnswer,
  },
  dismissOutput: {
    method: 'PUT',
    path: '/v1/jobs/{id}/outputs/{index}/dismissed',
    response: JobAnswer,
  },
} as const
