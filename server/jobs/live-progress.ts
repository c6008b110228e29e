import type { JobId } from '../../shared/ids.ts'
import type { Hub } from './hub.ts'

/** How far one run is, in its engine's words. Kept in memory only: after a restart the engine says it again. */
export type Live = {
  /** From 0 to 1. */
  readonly fraction: number | null
  readonly secondsLeft: number | null
  readonly note: string | null
}

export type LiveProgress = {
  set: (job: JobId, index: number, live: Live) => void
  get: (job: JobId, index: number) => Live | null
  clear: (job: JobId, index: number) => void
}

export const createLiveProgress = (hub: Hub): LiveProgress => {
  const runs = new Map<string, Live>()
  const key = (job: JobId, index: number) => `${job}/${index}`
  return {
    set: (job, index, live) => {
      runs.set(key(job, index), live)
      hub.publish({ type: 'moved', job })
    },
    get: (job, index) => runs.get(key(job, index)) ?? null,
    clear: (job, index) => {
      runs.delete(key(job, index))
    },
  }
}
