import * as v from 'valibot'
import { ErrorCode, JobError } from '../errors.ts'
import { EngineId, GenerateRequest } from '../generate-request.ts'
import { DocumentId, FileId, JobId, PanelId, StyleId } from '../ids.ts'
import { Cost } from '../recipe.ts'
import { Seed } from '../settings.ts'

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
  prompt: v.string(),
  seed: Seed,
  /** ISO 8601, UTC. */
  finishedAt: v.string(),
  /** True once a panel reported it as placed on the canvas. */
  placed: v.boolean(),
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

const common = {
  id: JobId,
  document: v.nullable(DocumentId),
  /** The request as it came in, so that it can be sent again. */
  request: GenerateRequest,
  prompt: v.string(),
  style: v.object({ id: StyleId, name: v.string() }),
  version: v.nullable(v.string()),
  engine: EngineId,
  /** The engine's own name for what draws, such as `owner/name:version`. */
  model: v.nullable(v.string()),
  progress: v.object({
    fraction: Fraction,
    /** Jobs that come before this one in the queue; null once it has begun. */
    ahead: v.nullable(v.number()),
    /** Seconds left, estimated; null while nothing is known. */
    secondsLeft: v.nullable(v.number()),
    /** What the engine says that it is doing, in words for her. */
    note: v.nullable(v.string()),
  }),
  runs: v.array(RunView),
  outputs: v.array(OutputView),
  warnings: v.array(v.string()),
  cost: v.nullable(Cost),
  createdAt: v.string(),
  finishedAt: v.nullable(v.string()),
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

const JobAnswer = v.object({ job: JobView })
const OneJob = v.object({ id: JobId })
/** Numbers in a path are text; kept as text here and turned into a number by `Number` where they are used. */
const OnePicture = v.object({ id: JobId, index: v.pipe(v.string(), v.regex(/^[0-3]$/)) })

/** A panel's short, expiring right to place one picture, so that two open panels never place it twice. */
export const Claim = v.object({
  granted: v.boolean(),
  /** Who has it, or why nobody can have it. */
  reason: v.picklist(['granted', 'claimed', 'placed']),
  /** ISO 8601, UTC; null when it was not granted. */
  until: v.nullable(v.string()),
})
export type Claim = v.InferOutput<typeof Claim>

export const jobs = {
  createJob: {
    method: 'POST',
    path: '/v1/jobs',
    summary: 'Start a job. The same id and body again is the same job; another body is a 409.',
    status: 202,
    body: GenerateRequest,
    response: JobAnswer,
  },
  listJobs: {
    method: 'GET',
    path: '/v1/jobs',
    summary: 'Jobs, newest first.',
    status: 200,
    query: v.object({
      state: v.optional(JobStateName),
      /** Comma-separated job ids. */
      ids: v.optional(v.pipe(v.string(), v.maxLength(2600))),
      document: v.optional(DocumentId),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'From 1 to 100.'))),
    }),
    response: v.object({ jobs: v.array(JobView), next: v.nullable(v.string()) }),
  },
  getJob: {
    method: 'GET',
    path: '/v1/jobs/{id}',
    summary: 'One job.',
    status: 200,
    params: OneJob,
    response: JobAnswer,
  },
  cancelJob: {
    method: 'POST',
    path: '/v1/jobs/{id}/cancel',
    summary: 'Cancel a job; answers with the job as it ended. Finished pictures stay.',
    status: 200,
    params: OneJob,
    response: JobAnswer,
  },
  claimOutput: {
    method: 'POST',
    path: '/v1/jobs/{id}/outputs/{index}/claim',
    summary: 'Ask for the right to place one picture, for 30 seconds.',
    status: 200,
    params: OnePicture,
    body: v.strictObject({ panel: PanelId }),
    response: Claim,
  },
  placeOutput: {
    method: 'POST',
    path: '/v1/jobs/{id}/outputs/{index}/placed',
    summary: 'Report that a picture is on the canvas.',
    status: 200,
    params: OnePicture,
    body: v.strictObject({ panel: PanelId }),
    response: JobAnswer,
  },
} as const

/** One frame of `GET /v1/events`, server-sent. A frame with an id is resumable with `Last-Event-ID`. */
export const ServerEvent = v.variant('type', [
  v.object({ type: v.literal('job'), job: JobView }),
  /** The stream is up to date: everything before this frame was history. */
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('error'), code: ErrorCode, message: v.string() }),
])
export type ServerEvent = v.InferOutput<typeof ServerEvent>

/** `GET /v1/events?document=`: server-sent events, each `data:` one ServerEvent as JSON. */
export const events = {
  method: 'GET',
  path: '/v1/events',
  summary: 'Changes of jobs as server-sent events, resumable with Last-Event-ID.',
  status: 200,
  query: v.object({ document: v.optional(DocumentId) }),
} as const
