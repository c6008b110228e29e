import type { JobError } from './errors.ts'
import type { FileId } from './ids.ts'
import type { Json } from './json.ts'
import type { Cost } from './recipe.ts'

/** The dataset version where the trainer can read it. */
export type Archive = {
  /** The trainer's name for it. */
  readonly file: string
  readonly url: string
}

/** What a training made. */
export type Trained = {
  /** `owner/name:version`. */
  readonly model: string
  /** Where its weights can be downloaded for a while; null where the trainer does not say. */
  readonly weights: string | null
  /** The time that is charged for; null where the trainer does not say. */
  readonly seconds: number | null
}

/** The weights of a LoRA, kept on the proxy. */
export type KeptWeights = {
  /** The SHA-256 of the `.safetensors` file. */
  readonly file: FileId
  readonly bytes: number
  readonly rank: number
}

/** The part of a training that changes. */
export type TrainingProgress = { readonly warnings: readonly string[] } & (
  | { readonly state: 'queued' }
  /** Its pieces are with the trainer. `dispatchedAt`: it was asked, at this time (milliseconds since 1970). */
  | {
      readonly state: 'starting'
      readonly archive: Archive
      /** `owner/name`. */
      readonly destination: string
      readonly dispatchedAt: number | null
    }
  | {
      readonly state: 'running'
      readonly archive: Archive
      readonly destination: string
      readonly handle: Json
    }
  /** The trainer is done and paid; its weights are fetched. */
  | {
      readonly state: 'saving'
      readonly destination: string
      readonly handle: Json
      readonly trained: Trained
      readonly cost: Cost
    }
  | {
      readonly state: 'succeeded'
      readonly destination: string
      readonly handle: Json
      readonly trained: Trained
      readonly cost: Cost
      /** Null: they could not be fetched; a warning says why. */
      readonly weights: KeptWeights | null
    }
  | Ended<'failed', { readonly error: JobError }>
  /** Without a cost, nobody knows yet how the trainer ended it. */
  | Ended<'canceled', unknown>
)

/** What is known of a training that ended without a version. */
type Ended<State extends string, More> = {
  readonly state: State
  readonly archive?: Archive
  readonly destination?: string
  readonly dispatchedAt?: number
  readonly handle?: Json
  readonly cost?: Cost
} & More

export type TrainingState = TrainingProgress['state']

export type TrainingEvent =
  | { readonly type: 'uploaded'; readonly archive: Archive; readonly destination: string }
  | { readonly type: 'dispatched'; readonly at: number }
  /** The trainer was not asked after all. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'started'; readonly handle: Json }
  | { readonly type: 'trained'; readonly trained: Trained; readonly cost: Cost }
  | { readonly type: 'kept'; readonly weights: KeptWeights | null }
  | { readonly type: 'warned'; readonly message: string }
  | { readonly type: 'failed'; readonly error: JobError; readonly cost?: Cost }
  | { readonly type: 'canceled' }

export const isTrainingFinal = (state: TrainingState): boolean =>
  state === 'succeeded' || state === 'failed' || state === 'canceled'
