import type { JobId } from '../../shared/ids.ts'
import type { JobEvent } from '../../shared/job.ts'
import type { Clock } from '../clock.ts'
import type { Hub } from './hub.ts'
import type { JobRecord } from './job-record.ts'
import type { JobStore } from './store.ts'

/** Advances a job by an event, writes it, and tells everybody who listens. */
export type ApplyEvent = (id: JobId, event: JobEvent) => JobRecord

export const createApplyEvent =
  (store: JobStore, hub: Hub, clock: Clock): ApplyEvent =>
  (id, event) => {
    const job = store.apply(id, event, clock.now())
    hub.publish({ type: 'changed', job: id })
    return job
  }
