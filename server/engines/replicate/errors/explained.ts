import type { JobError } from '../../../../shared/errors.ts'

/** A row of the tables: what Replicate says, and what that means for her. */
export type ErrorRow = {
  readonly match: RegExp
  readonly code: JobError['code']
  /** What happened, in one sentence. */
  readonly happened: string
  /** What to do next, in one sentence. */
  readonly next: string
  /** As long as the run's own time says nothing else. */
  readonly charged: JobError['charged']
  /** Whether the same press may go well the next time. */
  readonly retryable: boolean
}

export type Explained = JobError & { readonly retryable: boolean }

const CHARGED = {
  no: 'Nothing was charged.',
  yes: 'Replicate charged for it.',
  maybe: 'Replicate may have charged for it.',
} as const

export const explain = (
  { code, happened, next, charged, retryable }: Omit<ErrorRow, 'match'>,
  known: JobError['charged'] = charged,
): Explained => ({
  code,
  message: `${happened} ${CHARGED[known]} ${next}`,
  charged: known,
  retryable,
})

/** As a run's last event holds it. */
export const jobError = ({ code, message, charged }: Explained): JobError => ({
  code,
  message,
  charged,
})
