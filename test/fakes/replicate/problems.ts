import type { InvalidField } from './invalid-field.ts'
import { describeInvalid } from './invalid-field.ts'

const problem = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

const LOW_CREDIT =
  'Your rate limit for creating predictions is reduced to 6 requests per minute with a burst of 1 requests while you have less than $5.0 in credit. '

/** Replicate's refusals, word for word as its API sends them. */
export const problems = {
  unauthenticated: () =>
    problem(401, {
      title: 'Unauthenticated',
      detail: 'You did not pass a valid authentication token',
      status: 401,
    }),
  noCredit: () =>
    problem(402, {
      title: 'Insufficient credit',
      detail:
        'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit. Once you purchase credit, please wait a few minutes before trying again.',
      status: 402,
    }),
  spendLimit: () =>
    problem(402, {
      title: 'Monthly spend limit reached',
      detail:
        "You've hit your monthly spend limit. You can change or remove your limit at https://replicate.com/account/billing#limits.",
      status: 402,
    }),
  notFound: () =>
    problem(404, { detail: 'The requested resource could not be found.', status: 404 }),
  noFile: () => problem(404, { detail: 'File not found' }),
  noDestination: () =>
    problem(404, { detail: 'The specified training destination does not exist', status: 404 }),
  modelExists: () =>
    problem(409, {
      detail: 'A model with that name and owner already exists.',
      status: 409,
      errors: [{ detail: 'A model with that name and owner already exists.' }],
    }),
  fileTooLarge: () => problem(413, { detail: 'Files must be less than 100MB in size' }),
  notJson: () =>
    problem(400, { detail: 'JSON parse error - Expecting value: line 1 column 1', status: 400 }),
  badHeader: (detail: string) => problem(422, { title: 'Invalid header', detail, status: 422 }),
  noVersion: () =>
    problem(422, {
      title: 'Invalid version or not permitted',
      detail:
        "The specified version does not exist (or perhaps you don't have permission to use it?)",
      status: 422,
    }),
  versionDisabled: () =>
    problem(422, {
      title: 'Version disabled',
      detail: 'This version has been disabled because it consistently fails to complete setup.',
      status: 422,
    }),
  invalid: (fields: readonly InvalidField[]) =>
    problem(422, {
      detail: fields.map(describeInvalid).join(''),
      status: 422,
      title: 'Input validation failed',
      invalid_fields: fields,
    }),
  throttled: (retryAfter: number, lowCredit: boolean) =>
    problem(
      429,
      {
        detail: `Request was throttled. ${lowCredit ? LOW_CREDIT : ''}Your rate limit resets in ~${retryAfter}s.`,
        status: 429,
        retry_after: retryAfter,
      },
      { 'retry-after': String(retryAfter) },
    ),
} as const
