import * as v from 'valibot'

/** Every code that a person or a program may see. Add, don't rename. */
export const ErrorCode = v.picklist([
  'invalid_request',
  'unsupported_media_type',
  'payload_too_large',
  'unauthorized',
  'forbidden_host',
  'not_found',
  'nothing_found',
  'conflict',
  'rate_limited',
  'storage_full',
  'engine_failed',
  'engine_unavailable',
  'bad_token',
  'no_credit',
  'over_budget',
  'model_not_found',
  'version_gone',
  'weights_failed',
  'blocked_by_filter',
  'out_of_memory',
  'expired',
  'canceled',
  'interrupted',
  'proxy_unreachable',
  'bad_answer',
  'canvas_failed',
  'timeout',
  'internal',
])
export type ErrorCode = v.InferOutput<typeof ErrorCode>

/**
 * The one error that crosses a boundary: a literal code, words for a person (what happened, whether it cost money,
 * what to do next), and details that never hold a rejected body, a token or a customer's words.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

/** What a failed request answers with: `{ error: { code, message, details?, requestId } }`. */
export const ErrorEnvelope = v.object({
  error: v.object({
    code: ErrorCode,
    message: v.string(),
    details: v.optional(v.record(v.string(), v.unknown())),
    requestId: v.string(),
  }),
})
export type ErrorEnvelope = v.InferOutput<typeof ErrorEnvelope>

/** Why a picture or a job ended badly. `charged: 'maybe'` is for an engine that never answered. */
export const JobError = v.object({
  code: ErrorCode,
  message: v.string(),
  charged: v.picklist(['no', 'yes', 'maybe']),
})
export type JobError = v.InferOutput<typeof JobError>
