import type { ServerEvent } from '../../shared/contract/index.ts'
import type { DocumentId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { ReadJobNews } from './create-job-news.ts'
import type { Hub } from './hub.ts'
import type { NewsBatch } from './listen-for-news.ts'
import { listenForNews } from './listen-for-news.ts'
import type { JobStore } from './store.ts'
import type { ReadSheetNews } from '../sheets/set-up-sheets.ts'
import type { SheetStore } from '../sheets/sheet-store.ts'
import type { ReadTrainingNews } from '../trainings/training-news.ts'
import type { TrainingStore } from '../trainings/training-store.ts'

/** What a stream says: an event as JSON, with the sequence to resume from where it has one, or a sign of life. */
export type Frame =
  | { readonly type: 'event'; readonly sequence: number | null; readonly data: string }
  | { readonly type: 'alive' }

type Options = {
  readonly store: Pick<JobStore, 'sequence' | 'changedSince' | 'queue'>
  readonly newsOf: ReadJobNews
  readonly trainings: Pick<TrainingStore, 'changedSince'>
  readonly trainingNewsOf: ReadTrainingNews
  readonly sheets: Pick<SheetStore, 'changedSince'>
  readonly sheetNewsOf: ReadSheetNews
  readonly hub: Hub
  readonly clock: Clock
  /** Null: the jobs of all documents. Trainings and sheets belong to none. */
  readonly document: DocumentId | null
  /** The last sequence that the reader has seen; null: what happened before does not matter. */
  readonly after: number | null
  readonly signal: AbortSignal
}

export type FollowJobs = (
  options: Pick<Options, 'document' | 'after' | 'signal'>,
) => AsyncGenerator<Frame, void>

const PAGE = 50

const ready: ServerEvent = { type: 'ready' }

/**
 * Says what happens to jobs, trainings and sheets until the signal aborts: first what changed after `after`, then
 * `ready`, then the changes as they come. The database is the memory of what was said, so that a slow reader costs nothing and skips to the newest
 * state of each.
 */
export async function* followJobs(options: Options): AsyncGenerator<Frame, void> {
  const { store, newsOf, trainings, trainingNewsOf, sheets, sheetNewsOf } = options
  const { hub, clock, document, after, signal } = options
  const news = listenForNews(hub, clock, signal)
  const newest = store.sequence()
  // A sequence that this database has not reached comes from another one: the reader knows nothing about ours.
  let sent = after === null ? newest : after > newest ? 0 : after

  const nextChanges = () => {
    const jobs = store
      .changedSince(sent, document, PAGE)
      .map(({ id, sequence }) => ({ sequence, read: () => newsOf(id)?.data }))
    const trained = trainings
      .changedSince(sent, PAGE)
      .map(({ id, sequence }) => ({ sequence, read: () => trainingNewsOf(id)?.data }))
    const cleaned = sheets
      .changedSince(sent, PAGE)
      .map(({ id, sequence }) => ({ sequence, read: () => sheetNewsOf(id)?.data }))
    return [...jobs, ...trained, ...cleaned].sort((a, b) => a.sequence - b.sequence).slice(0, PAGE)
  }
  const changes = function* (): Generator<Frame> {
    for (;;) {
      const found = nextChanges()
      for (const { sequence, read } of found) {
        const data = read()
        if (data !== undefined) yield { type: 'event', sequence, data }
        sent = sequence
      }
      if (found.length < PAGE) return
    }
  }
  const movements = (batch: NewsBatch): Frame[] => {
    const { moved, movedTrainings, movedSheets, queueMoved } = batch
    const waiting = queueMoved ? store.queue(document, PAGE) : []
    const jobs = [...moved, ...waiting].flatMap((id) => {
      const job = newsOf(id)
      if (job === null || job.isFinal) return []
      return document !== null && job.document !== document ? [] : [job.data]
    })
    const training = movedTrainings.flatMap((id) => {
      const news = trainingNewsOf(id)
      return news === null || news.isFinal ? [] : [news.data]
    })
    const cleaning = movedSheets.flatMap((id) => {
      const news = sheetNewsOf(id)
      return news === null || news.isFinal ? [] : [news.data]
    })
    return [...jobs, ...training, ...cleaning].map((data) => ({
      type: 'event',
      sequence: null,
      data,
    }))
  }

  try {
    yield* changes()
    yield { type: 'event', sequence: null, data: JSON.stringify(ready) }
    for (let batch = await news.next(); batch !== null; batch = await news.next()) {
      yield* changes()
      yield* movements(batch)
      if (batch.isBeat) yield { type: 'alive' }
    }
  } finally {
    news.stop()
  }
}
