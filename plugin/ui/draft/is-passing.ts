import { AppError } from '../../../shared/errors.ts'

const PASSING: readonly string[] = [
  'proxy_unreachable',
  'timeout',
  'rate_limited',
  'unauthorized',
  'storage_full',
  'internal',
]

/** The proxy cannot do it now, and may in a moment; after any other error it would only fail again. */
export const isPassing = (error: unknown): boolean =>
  error instanceof AppError && PASSING.includes(error.code)
