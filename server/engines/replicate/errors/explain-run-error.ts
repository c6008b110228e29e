import type { ErrorRow, Explained } from './explained.ts'
import { explain } from './explained.ts'
import { RUN_ERROR_ROWS } from './run-error-rows.ts'

const UNKNOWN: Omit<ErrorRow, 'match'> = {
  code: 'engine_failed',
  happened: 'The model stopped with an error that Maquette does not know.',
  next: 'Try again; if it happens twice, look at the run on replicate.com.',
  charged: 'maybe',
  retryable: true,
}

const textOf = (error: unknown): string =>
  typeof error === 'string' ? error : JSON.stringify(error ?? '')

/**
 * What a failed run's `error` means. `seconds` is its `predict_time`: Replicate charges for time, so a run without any
 * cost nothing, and one with some did. Null where the run does not say.
 */
export const explainRunError = (
  error: unknown,
  seconds: number | null,
  rows: readonly ErrorRow[] = RUN_ERROR_ROWS,
): Explained => {
  const row = rows.find(({ match }) => match.test(textOf(error))) ?? UNKNOWN
  return explain(row, seconds === null ? row.charged : seconds > 0 ? 'yes' : 'no')
}
