import type { JobId, SheetId, TrainingId } from '../../shared/ids.ts'

/**
 * `changed`: a job was written; how is in the store. `moved`: a job got further without being written. `queue`: the
 * jobs that wait have moved up. Trainings and sheets have the first two.
 */
export type News =
  | { readonly type: 'changed' | 'moved'; readonly job: JobId }
  | { readonly type: 'queue' }
  | { readonly type: 'training-changed' | 'training-moved'; readonly training: TrainingId }
  | { readonly type: 'sheet-changed' | 'sheet-moved'; readonly sheet: SheetId }

export type Hub = {
  publish: (news: News) => void
  /** Returns the way to stop listening. */
  listen: (listener: (news: News) => void) => () => void
}

export const createHub = (): Hub => {
  const listeners = new Set<(news: News) => void>()
  return {
    publish: (news) => listeners.forEach((listener) => listener(news)),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
