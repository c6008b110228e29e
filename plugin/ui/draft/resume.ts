import type { DocumentId, JobId } from '../../../shared/ids.ts'
import type { Canvas } from '../canvas-client.ts'
import type { Clock } from '../clock.ts'
import type { JobStore } from '../job-store.ts'
import type { PlaceholderStore } from '../placeholder-store.ts'
import type { Api } from '../proxy/create-api.ts'
import { sleep } from '../sleep.ts'

const PAGE = 100
/** Older jobs are asked for when she looks for them. */
const PAGES = 3
/** Another panel may have reserved places and not sent its job yet. Milliseconds. */
const GRACE = 20_000
const NEVER_SENT = 'This draft never reached the proxy. Nothing was charged.'

export type ResumeOptions = {
  readonly api: Pick<Api, 'listJobs'>
  readonly canvas: Pick<Canvas, 'fail'>
  readonly jobs: JobStore
  readonly placeholders: PlaceholderStore
  readonly document: DocumentId
  readonly clock: Clock
  /** Somebody in this panel sends it, or will. */
  readonly isSending: (job: JobId) => boolean
  readonly signal: AbortSignal
}

/**
 * Picks up where the last panel left off: the document's jobs, and the jobs that placeholders wait for. Placeholders
 * whose job the proxy does not know, also when asked again a little later, say so.
 */
export const resume = async (options: ResumeOptions): Promise<void> => {
  const { api, jobs, placeholders } = options

  const strangers = (): JobId[] => [
    ...new Set(
      placeholders.list.value
        .filter(({ job }) => !jobs.jobs.value.has(job) && !options.isSending(job))
        .map(({ job }) => job),
    ),
  ]
  const ask = async (ids: readonly JobId[]) => {
    for (let at = 0; at < ids.length; at += PAGE) {
      const some = ids.slice(at, at + PAGE)
      jobs.put((await api.listJobs({ query: { ids: some.join(','), limit: String(PAGE) } })).jobs)
    }
  }

  let cursor: string | null = null
  for (let page = 0; page < PAGES; page += 1) {
    const query = { document: options.document, limit: String(PAGE) }
    const answer = await api.listJobs({ query: cursor === null ? query : { ...query, cursor } })
    jobs.put(answer.jobs)
    cursor = answer.next
    if (cursor === null) break
  }

  await ask(strangers())
  if (strangers().length === 0) return
  await sleep(options.clock, GRACE, options.signal)
  if (options.signal.aborted) return
  await ask(strangers())
  const unknown = new Set(strangers())
  const pictures = placeholders.list.value
    .filter(({ job, failure }) => unknown.has(job) && failure === null)
    .map(({ job, index }) => ({ job, index }))
  if (pictures.length === 0) return
  placeholders.mark(pictures, NEVER_SENT)
  await options.canvas.fail({ pictures, message: NEVER_SENT })
}
