import type { ErrorCode } from '../shared/errors.ts'

/** The HTTP status of each error code. */
export const HTTP_STATUS = {
  invalid_request: 400,
  unsupported_media_type: 415,
  payload_too_large: 413,
  unauthorized: 401,
  forbidden_host: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  storage_full: 507,
  engine_failed: 502,
  engine_unavailable: 503,
  canceled: 409,
  interrupted: 503,
  proxy_unreachable: 502,
  bad_answer: 502,
  canvas_failed: 500,
  timeout: 504,
  internal: 500,
} as const satisfies Record<ErrorCode, number>
