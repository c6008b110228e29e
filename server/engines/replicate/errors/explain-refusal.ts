import { AppError } from '../../../../shared/errors.ts'
import type { Outcome } from '../api/outcome.ts'
import type { ErrorRow, Explained } from './explained.ts'
import { explain } from './explained.ts'
import type { RefusalRow } from './refusal-rows.ts'
import { REFUSAL_ROWS } from './refusal-rows.ts'

const AWAY: Omit<ErrorRow, 'match'> = {
  code: 'engine_unavailable',
  happened: 'Replicate cannot be reached.',
  next: 'Check the proxy’s internet connection, then try again.',
  charged: 'no',
  retryable: true,
}

const DOWN: Omit<ErrorRow, 'match'> = {
  code: 'engine_unavailable',
  happened: 'Replicate has a problem at the moment.',
  next: 'Try again in a few minutes.',
  charged: 'no',
  retryable: true,
}

const ODD: Omit<ErrorRow, 'match'> = {
  code: 'bad_answer',
  happened: 'Replicate answered in a way that Maquette does not understand.',
  next: 'Try again; if it happens twice, Maquette needs an update.',
  charged: 'no',
  retryable: true,
}

/**
 * What an answer other than a success means for a request that had no effect. `first` are looked through before the rows
 * that hold for all.
 */
export const explainRefusal = (outcome: Outcome, first: readonly RefusalRow[] = []): Explained => {
  if (outcome.type === 'silence') return explain(AWAY)
  const { status, text } = outcome
  if (status >= 500) return explain(DOWN)
  const row = [...first, ...REFUSAL_ROWS].find(
    (one) => (one.status === null || one.status === status) && one.match.test(text),
  )
  return explain(row ?? ODD)
}

export const refusalError = (outcome: Outcome, first?: readonly RefusalRow[]): AppError => {
  const { code, message } = explainRefusal(outcome, first)
  return new AppError(code, message)
}
