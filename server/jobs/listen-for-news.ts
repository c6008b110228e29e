import type { JobId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Hub } from './hub.ts'

/** Milliseconds between two batches of progress, and until a sign of life when nothing happens. */
const PROGRESS_PAUSE = 100
const QUIET_PAUSE = 15_000

export type NewsBatch = {
  readonly moved: readonly JobId[]
  readonly queueMoved: boolean
  /** Nothing happened for a while. */
  readonly isQuiet: boolean
}

/**
 * Gathers the hub's news between two readings. A written change wakes the reader at once; progress waits for its batch,
 * ten times a second at most, and gathers no more than one entry a job however slow the reader is.
 */
export const listenForNews = (hub: Hub, clock: Clock, signal: AbortSignal) => {
  let moved = new Set<JobId>()
  let queueMoved = false
  let hasChanged = false
  let isDue = false
  let callOffBatch: (() => void) | null = null
  let wake = () => {}

  const batch = () => {
    callOffBatch ??= clock.after(PROGRESS_PAUSE, () => {
      callOffBatch = null
      isDue = true
      wake()
    })
  }
  const stopListening = hub.listen((news) => {
    switch (news.type) {
      case 'changed':
        hasChanged = true
        return wake()
      case 'moved':
        moved.add(news.job)
        return batch()
      case 'queue':
        queueMoved = true
        return batch()
    }
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)

  const take = (isQuiet: boolean): NewsBatch => {
    hasChanged = false
    if (!isDue) return { moved: [], queueMoved: false, isQuiet }
    const taken = { moved: [...moved], queueMoved, isQuiet }
    moved = new Set()
    queueMoved = false
    isDue = false
    return taken
  }

  return {
    /** What there is to say, as soon as there is something; null once the signal aborts. */
    next: async (): Promise<NewsBatch | null> => {
      let isQuiet = false
      if (!hasChanged && !isDue && !signal.aborted)
        await new Promise<void>((resolve) => {
          const callOff = clock.after(QUIET_PAUSE, () => {
            isQuiet = true
            resolve()
          })
          wake = () => {
            callOff()
            resolve()
          }
        })
      wake = () => {}
      return signal.aborted ? null : take(isQuiet)
    },
    stop: () => {
      stopListening()
      signal.removeEventListener('abort', onAbort)
      callOffBatch?.()
    },
  }
}
