import type { TrainerView, TrainingView } from '../../shared/contract/index.ts'
import type { JobError } from '../../shared/errors.ts'
import type { StyleId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import type { Cost } from '../../shared/recipe.ts'
import type { Archive, KeptWeights, Trained } from '../../shared/training-progress.ts'
import type { TrainerPace } from '../../shared/training-price.ts'
import type { TrainerValue, TrainingRequest } from '../../shared/training-request.ts'
import type { KeepWeights } from '../weights/weights-store.ts'

/** All of a training that its trainer settles before the press counts. */
export type TrainerPlan = {
  readonly id: TrainingRequest['trainer']
  readonly label: string
  /** `owner/name:version`: what trains. */
  readonly model: string
  /** By the trainer's own names, without the pieces. */
  readonly input: Readonly<Record<string, TrainerValue>>
  /** What it calls the pieces. */
  readonly archiveInput: string
  readonly steps: number
  readonly pace: TrainerPace
}

/** Where a training stands, in memory only: after a restart the trainer says it again. */
export type TrainingLive = Pick<TrainingView, 'progress' | 'losses'> & {
  /** What it printed. */
  readonly log: string
}

export type TrainerEvent =
  | { readonly type: 'progress'; readonly live: TrainingLive }
  /** Nobody says where it stands; what was known before may still hold. */
  | { readonly type: 'trouble'; readonly note: string }
  | { readonly type: 'warning'; readonly message: string }
  /** The last event of a training that went well. */
  | { readonly type: 'trained'; readonly trained: Trained; readonly cost: Cost }
  /** The last event of one that did not. */
  | { readonly type: 'failed'; readonly error: JobError; readonly cost?: Cost }

/** Everything that a training is started with, and found again by. */
export type TrainingOrder = {
  readonly plan: TrainerPlan
  readonly archive: Archive
  /** `owner/name`. */
  readonly destination: string
}

export type LostTraining = TrainingOrder & {
  /** Milliseconds since 1970: when `start` was called, or earlier. */
  readonly dispatchedAt: number
}

/** Where styles are trained. What throws, throws AppError in words. */
export type Trainers = {
  /** The largest ZIP, in bytes. */
  readonly archiveBytes: number
  list: (signal: AbortSignal) => Promise<TrainerView[]>
  /** What a request stands for; checked by the trainer's own schema. */
  plan: (
    request: Pick<TrainingRequest, 'trainer' | 'settings'>,
    trigger: string,
    signal: AbortSignal,
  ) => Promise<TrainerPlan>
  /** The model that a style's versions go into, made where it is not there yet: `owner/name`. */
  prepare: (style: StyleId, wanted: string | undefined, signal: AbortSignal) => Promise<string>
  /** Sends the ZIP at a path. */
  upload: (path: string, name: string, signal: AbortSignal) => Promise<Archive>
  /** Takes a ZIP away that is not needed any more; where that fails, it goes away by itself. */
  discard: (archive: Archive) => Promise<void>
  /** Resolves when a start would be sent at once, or when the signal aborts; `say` is told why that takes a while. */
  ready: (signal: AbortSignal, say: (note: string) => void) => Promise<void>
  /**
   * Starts a training once and answers with its handle: plain JSON, from which `watch` works in any process. Throws
   * `timeout` when the answer was lost and the training may exist and cost money, any other code when nothing was
   * started.
   */
  start: (order: TrainingOrder, signal: AbortSignal, say: (note: string) => void) => Promise<Json>
  /** After a `timeout`: the handle all the same, or null when none turns up in time. Never starts anything. */
  recover: (lost: LostTraining, signal: AbortSignal) => Promise<Json | null>
  /** What happens to a training until its last event. Ends early, without one, when the signal aborts. */
  watch: (handle: Json, signal: AbortSignal) => AsyncIterable<TrainerEvent>
  /** Stops a training. One that has ended stays as it ended. */
  cancel: (handle: Json) => Promise<void>
  /** Downloads what a training made into `keep`; null when the signal aborts. */
  fetchWeights: (url: string, keep: KeepWeights, signal: AbortSignal) => Promise<KeptWeights | null>
}
