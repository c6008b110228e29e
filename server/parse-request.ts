import * as v from 'valibot'
import { AppError } from '../shared/errors.ts'

type Issue = v.BaseIssue<unknown>

/** An issue's path and words. Valibot's own words quote what came in; those are left out. */
const describe = (issue: Issue): { path: string; message: string } => {
  const quoted = issue.message.startsWith('Invalid ')
  return {
    path: v.getDotPath(issue) ?? '',
    message: quoted ? `Expected ${issue.expected ?? 'something else'}.` : issue.message,
  }
}

/**
 * Parses a part of a request. Throws AppError `invalid_request` that says what is wrong where; what came in is not
 * echoed.
 */
export const parseRequest = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const issues = parsed.issues.slice(0, 10).map(describe)
  const [first] = issues
  const where = first?.path ? `${first.path}: ` : ''
  throw new AppError(
    'invalid_request',
    `${where}${first?.message ?? 'The request is not valid.'}`,
    {
      details: { issues },
    },
  )
}
