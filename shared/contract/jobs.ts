import * as v from 'valibot'
import { GenerateRequest } from '../generate-request.ts'
import { DocumentId, JobId, PanelId, StyleId } from '../ids.ts'
import { Mark } from '../mark.ts'
import { JobStateName, jobRoutes } from './job-views.ts'

const OneJob = v.object({ id: JobId })
/** Numbers in a path are text; kept as text here and turned into a number by `Number` where they are used. */
const OnePicture = v.object({ id: JobId, index: v.pipe(v.string(), v.regex(/^[0-3]$/)) })
const Placer = v.strictObject({ panel: PanelId })

export const jobs = {
  createJob: {
    ...jobRoutes.createJob,
    summary: 'Start a job. The same id and body again is the same job; another body is a 409.',
    status: 202,
    body: GenerateRequest,
  },
  listJobs: {
    ...jobRoutes.listJobs,
    summary: 'Jobs, newest first.',
    status: 200,
    query: v.object({
      state: v.optional(JobStateName),
      /** Comma-separated job ids. */
      ids: v.optional(v.pipe(v.string(), v.maxLength(2600))),
      document: v.optional(DocumentId),
      /** Parts of words that are all in the brief, in any order, capitals and accents aside. */
      words: v.optional(v.pipe(v.string(), v.maxLength(200))),
      style: v.optional(StyleId),
      version: v.optional(v.pipe(v.string(), v.maxLength(600))),
      /** With a picture that has such a mark. */
      mark: v.optional(v.picklist(['star', 'reject'])),
      /** When it came in: from a time on, and before a time. ISO 8601, UTC. */
      since: v.optional(v.pipe(v.string(), v.isoTimestamp())),
      until: v.optional(v.pipe(v.string(), v.isoTimestamp())),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'From 1 to 100.'))),
    }),
  },
  getJob: { ...jobRoutes.getJob, summary: 'One job.', status: 200, params: OneJob },
  cancelJob: {
    ...jobRoutes.cancelJob,
    summary: 'Cancel a job; answers with the job as it ended. Finished pictures stay.',
    status: 200,
    params: OneJob,
  },
  claimOutput: {
    ...jobRoutes.claimOutput,
    summary: 'Ask for the right to place one picture, for 30 seconds.',
    status: 200,
    params: OnePicture,
    body: Placer,
  },
  placeOutput: {
    ...jobRoutes.placeOutput,
    summary: 'Report that a picture is on the canvas.',
    status: 200,
    params: OnePicture,
    body: Placer,
  },
  markOutput: {
    ...jobRoutes.markOutput,
    summary: 'Keep what the designer thinks of a picture; null takes it back.',
    status: 200,
    params: OnePicture,
    body: v.strictObject({ mark: v.nullable(Mark) }),
  },
  dismissOutput: {
    ...jobRoutes.dismissOutput,
    summary: 'Keep that the designer does not want a picture placed; false takes it back.',
    status: 200,
    params: OnePicture,
    body: v.strictObject({ dismissed: v.boolean() }),
  },
} as const

/** `GET /v1/events?document=`: server-sent events, each `data:` one ServerEvent as JSON. */
export const events = {
  method: 'GET',
  path: '/v1/events',
  summary: 'Changes of jobs as server-sent events, resumable with Last-Event-ID.',
  status: 200,
  query: v.object({ document: v.optional(DocumentId) }),
} as const
