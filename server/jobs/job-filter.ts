import type { SQLInputValue } from 'node:sqlite'
import type { DocumentId, StyleId } from '../../shared/ids.ts'
import type { JobState } from '../../shared/job.ts'
import type { Mark } from '../../shared/mark.ts'

export type JobFilter = {
  readonly state?: JobState | undefined
  readonly document?: DocumentId | undefined
  readonly ids?: readonly string[] | undefined
  /** Folded parts of words that are all in the brief. */
  readonly words?: readonly string[] | undefined
  readonly style?: StyleId | undefined
  readonly version?: string | undefined
  /** Of a picture. */
  readonly mark?: Mark['kind'] | undefined
  /** When it came in, from and before a time. Milliseconds since 1970. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  /** Only jobs with a smaller number. */
  readonly before?: number | undefined
}

type Condition = readonly [sql: string, value: SQLInputValue | undefined]

const MARKED = `fact.job IN (SELECT job FROM pictures
  WHERE mark IS NOT NULL AND iif(json_valid(mark), mark ->> '$.kind', NULL) = ?)`

/**
 * Where the jobs of a filter are found, newest first: what follows `SELECT … ` of the columns of `jobs`. A search reads
 * the facts of jobs, which are small, and looks up a job only once it fits.
 */
export const whereJobs = (
  filter: JobFilter,
): { readonly sql: string; readonly values: readonly SQLInputValue[] } => {
  // The longest word is the rarest one, as a rule.
  const words = [...(filter.words ?? [])].sort((a, b) => b.length - a.length)
  const facts: Condition[] = [
    ...words.map((word): Condition => ['instr(fact.words, ?)', word]),
    ['fact.style = ?', filter.style],
    ['fact.version = ?', filter.version],
    ['fact.created_at >= ?', filter.since],
    ['fact.created_at < ?', filter.until],
    [MARKED, filter.mark],
  ]
  const isSearch = facts.some(([, value]) => value !== undefined)
  const table = isSearch ? 'fact' : 'jobs'
  const ids = filter.ids && JSON.stringify(filter.ids)
  const conditions = [
    ...facts,
    [`${table}.document = ?`, filter.document],
    [`${table}.number < ?`, filter.before],
    ['jobs.id IN (SELECT value FROM json_each(?))', ids],
    ['jobs.state = ?', filter.state],
  ].filter((condition): condition is [string, SQLInputValue] => condition[1] !== undefined)
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const from = isSearch ? 'job_facts AS fact CROSS JOIN jobs ON jobs.number = fact.number' : 'jobs'
  return {
    sql: `FROM ${from} ${where && `WHERE ${where}`} ORDER BY ${table}.number DESC`,
    values: conditions.map(([, value]) => value),
  }
}
