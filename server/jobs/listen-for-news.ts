import type { JobId, SheetId, TrainingId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Hub } from './hub.ts'

/** Milliseconds between two batches of progress, and between two signs of life. */
const PROGRESS_PAUSE = 100
const BEAT = 15_000

export type NewsBatch = {
  readonly moved: readonly JobId[]
  readonly movedTrainings: readonly TrainingId[]
  readonly movedSheets: readonly SheetId[]
  readonly queueMoved: boolean
  /** It is time for a sign of life. */
  readonly isBeat: boolean
}

/**
 * Gathers the hub's news between two readings. A written change wakes the reader at once; progress waits for its batch,
 * ten times a second at most, and gathers no more than one entry a job, training or sheet however slow the reader is.
 */
export const listenForNews = (hub: Hub, clock: Clock, signal: AbortSignal) => {
  let moved = new Set<JobId>()
  let movedTrainings = new Set<TrainingId>()
  let movedSheets = new Set<SheetId>()
  let queueMoved = false
  let hasChanged = false
  let isBatchDue = false
  let isBeatDue = false
  let callOffBatch: (() => void) | null = null
  let callOffBeat = () => {}
  let wake = () => {}

  const beat = () => {
    callOffBeat = clock.after(BEAT, () => {
      isBeatDue = true
      wake()
      beat()
    })
  }
  beat()
  const batch = () => {
    callOffBatch ??= clock.after(PROGRESS_PAUSE, () => {
      callOffBatch = null
      isBatchDue = true
      wake()
    })
  }
  const stopListening = hub.listen((news) => {
    switch (news.type) {
      case 'changed':
      case 'training-changed':
      case 'sheet-changed':
        hasChanged = true
        return wake()
      case 'moved':
        moved.add(news.job)
        return batch()
      case 'training-moved':
        movedTrainings.add(news.training)
        return batch()
      case 'sheet-moved':
        movedSheets.add(news.sheet)
        return batch()
      case 'queue':
        queueMoved = true
        return batch()
    }
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)

  const take = (): NewsBatch => {
    const batch = isBatchDue
      ? {
          moved: [...moved],
          movedTrainings: [...movedTrainings],
          movedSheets: [...movedSheets],
          queueMoved,
          isBeat: isBeatDue,
        }
      : { moved: [], movedTrainings: [], movedSheets: [], queueMoved: false, isBeat: isBeatDue }
    if (isBatchDue) {
      moved = new Set()
      movedTrainings = new Set()
      movedSheets = new Set()
      queueMoved = false
    }
    hasChanged = isBatchDue = isBeatDue = false
    return batch
  }

  return {
    /** What there is to say, as soon as there is something; null once the signal aborts. */
    next: async (): Promise<NewsBatch | null> => {
      if (!hasChanged && !isBatchDue && !isBeatDue && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return signal.aborted ? null : take()
    },
    stop: () => {
      stopListening()
      signal.removeEventListener('abort', onAbort)
      callOffBatch?.()
      callOffBeat()
    },
  }
}
