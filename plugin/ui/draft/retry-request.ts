import type { JobView, RunView } from '../../../shared/contract/index.ts'
import type { GenerateRequest } from '../../../shared/generate-request.ts'
import type { JobId } from '../../../shared/ids.ts'

/** A failed picture as a job of its own: the same inputs, its own seed, and the version that it had then. */
export const retryRequest = (id: JobId, job: JobView, run: RunView): GenerateRequest => ({
  ...job.request,
  id,
  count: 1,
  ...(job.version !== null && { version: job.version }),
  settings: { ...job.request.settings, seed: run.seed },
})
