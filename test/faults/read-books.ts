import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import type { JobView, RunView } from '../../shared/contract/index.ts'
import type { Desk } from './open-desk.ts'
import type { PaidRun } from './paid-run.ts'
import { wishOf } from './paid-run.ts'

/** One picture that was asked for, perhaps several times over by identical jobs, and all that came of it. */
export type Wish = {
  /** One for each time. */
  readonly runs: RunView[]
  /** SHA-256 of what the proxy has. */
  readonly kept: string[]
  readonly paid: PaidRun[]
  isCanceled: boolean
}

/** What the proxy says, beside what Replicate says. */
export type Books = {
  readonly jobs: readonly JobView[]
  readonly paid: readonly PaidRun[]
  readonly wishes: readonly Wish[]
}

const listJobs = async (api: Api): Promise<JobView[]> => {
  const jobs: JobView[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = { limit: '100', ...(cursor !== '' && { cursor }) }
    const page: Awaited<ReturnType<Api['listJobs']>> = await api.listJobs({ query })
    jobs.push(...page.jobs)
    cursor = page.next
  }
  return jobs
}

export const readBooks = async ({ designer, paidRuns }: Desk, api: Api): Promise<Books> => {
  const jobs = await listJobs(api)
  const paid = await paidRuns()
  const wishes = new Map<string, Wish>()
  const wish = (key: string): Wish => {
    const known = wishes.get(key) ?? { runs: [], kept: [], paid: [], isCanceled: false }
    wishes.set(key, known)
    return known
  }
  for (const job of jobs)
    for (const run of job.runs) {
      const asked = wish(wishOf(job.prompt, run.seed))
      asked.runs.push(run)
      asked.isCanceled ||= designer.canceled.has(job.id)
      const output = job.outputs.find(({ index }) => index === run.index)
      if (output !== undefined) asked.kept.push(output.file)
    }
  for (const run of paid) wish(run.wish).paid.push(run)
  return { jobs, paid, wishes: [...wishes.values()] }
}
