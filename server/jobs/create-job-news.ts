import type { ServerEvent } from '../../shared/contract/index.ts'
import type { DocumentId, JobId } from '../../shared/ids.ts'
import { isFinal } from '../../shared/job.ts'
import type { Hub } from './hub.ts'
import type { JobStore } from './store.ts'
import type { ToJobView } from './view.ts'

/** What there is to say of a job. */
export type JobNews = {
  readonly document: DocumentId | null
  readonly isQueued: boolean
  readonly isFinal: boolean
  /** Its event, as JSON. */
  readonly data: string
}

/** Null where the job's row is damaged or gone. */
export type ReadJobNews = (id: JobId) => JobNews | null

type Options = {
  readonly store: Pick<JobStore, 'list'>
  readonly view: ToJobView
  readonly hub: Hub
}

/** So many jobs are remembered: all that are on their way, and no reader's whole history. */
const REMEMBERED = 500

/** Every stream says the same of a job, so it is read and written down once for all of them, until the hub has news. */
export const createJobNews = ({ store, view, hub }: Options): ReadJobNews => {
  const known = new Map<JobId, JobNews>()
  hub.listen((news) => {
    if (news.type === 'changed' || news.type === 'moved') known.delete(news.job)
    if (news.type !== 'queue') return
    for (const [id, { isQueued }] of known) if (isQueued) known.delete(id)
  })

  const read = (id: JobId): JobNews | null => {
    const [job] = store.list({ ids: [id] }, 1)
    if (job === undefined) return null
    const event: ServerEvent = { type: 'job', job: view(job) }
    const { state } = job.progress
    return {
      document: job.document,
      isQueued: state === 'queued',
      isFinal: isFinal(state),
      data: JSON.stringify(event),
    }
  }

  return (id) => {
    const old = known.get(id)
    if (old !== undefined) return old
    const now = read(id)
    if (now === null) return null
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= REMEMBERED) known.delete(oldest)
    known.set(id, now)
    return now
  }
}
