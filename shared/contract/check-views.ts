import * as v from 'valibot'
import { PieceId } from '../ids.ts'

/** What is looked at. Add, don't rename. */
export const CheckCode = v.picklist([
  'count',
  'missing-caption',
  'caption-length',
  'identical-captions',
  'trigger',
  'repeated-phrase',
  'near-duplicate',
  'same-background',
  'same-view',
  'text-left',
  'blur',
  'enlarged',
  'cut-off',
  'subject-size',
  'padding',
  'transparency',
  'ai-share',
  'consent',
  'customer-photo',
])
export type CheckCode = v.InferOutput<typeof CheckCode>

/** What is wrong with some pieces, or with all of them together. */
export const CheckResult = v.object({
  code: CheckCode,
  /** `blocking`: a training would most likely be spoiled, or must not be. */
  level: v.picklist(['blocking', 'warning']),
  /** What is wrong, why it matters and what to do, each as a sentence or two for her. */
  title: v.string(),
  why: v.string(),
  fix: v.string(),
  /** Whose rule it is: a tool's or a person's, or "our threshold". */
  source: v.string(),
  /** The pieces that it is about, in their order; empty where it is about all of them together. */
  pieces: v.array(
    v.object({
      id: PieceId,
      name: v.string(),
      /** More of this one, such as what it is like; null where there is nothing to add. */
      note: v.nullable(v.string()),
      /** The piece that it is like. */
      other: v.optional(PieceId),
    }),
  ),
  /** Somebody wants to train anyway: all its pieces are marked so, or the version is. */
  accepted: v.boolean(),
})
export type CheckResult = v.InferOutput<typeof CheckResult>

/** How far the checks are. While they run, `results` has what needs no look at the pictures. */
export const CheckReport = v.object({
  /** `failed`: they broke off; asked for again, they go on. */
  state: v.picklist(['running', 'done', 'failed']),
  /** Steps that are done, of how many: each piece is looked at and compared, each reference is compared. */
  done: v.number(),
  total: v.number(),
  /** The dataset's revision that was checked. */
  revision: v.number(),
  /** Blocking ones first. */
  results: v.array(CheckResult),
  /** May be trained on: all is looked at, and nothing blocking is left that nobody accepted. */
  trainable: v.boolean(),
})
export type CheckReport = v.InferOutput<typeof CheckReport>

/** Who wants to train anyway, in spite of what. */
export const TrainAnyway = v.object({
  code: CheckCode,
  /** The name of the token. */
  by: v.string(),
  /** ISO 8601, UTC. */
  at: v.string(),
})
export type TrainAnyway = v.InferOutput<typeof TrainAnyway>

const Report = v.object({ report: CheckReport })

/** How each route is asked, and what it answers. */
export const checkRoutes = {
  checkDataset: { method: 'GET', path: '/v1/datasets/{id}/checks', response: Report },
  checkVersion: {
    method: 'GET',
    path: '/v1/datasets/{id}/versions/{version}/checks',
    response: Report,
  },
  trainAnyway: {
    method: 'POST',
    path: '/v1/datasets/{id}/versions/{version}/train-anyway',
    response: v.object({ ...Report.entries, trainAnyway: v.array(TrainAnyway) }),
  },
} as const
