import type { JobError } from './errors.ts'
import type { FileId } from './ids.ts'
import type { Json } from './json.ts'
import type { Cost } from './recipe.ts'

/** A finished picture, stored. */
export type Output = { readonly file: FileId; readonly width: number; readonly height: number }

/** One picture of a job: one engine run with its own seed. */
export type Run = {
  readonly index: number
  readonly seed: number
  /** The engine's own run. It stays when the run has ended: a lost run is looked for among those that nobody owns. */
  readonly handle?: Json
  /** As the engine says at the end; absent where it does not. */
  readonly cost?: Cost
} & (
  | { readonly state: 'queued' }
  /** The engine was asked, at this time (milliseconds since 1970); its answer has not been stored yet. */
  | { readonly state: 'starting'; readonly dispatchedAt: number }
  | { readonly state: 'running'; readonly handle: Json }
  /** `seconds`: the time that the engine charges for. */
  | { readonly state: 'succeeded'; readonly output: Output; readonly seconds?: number }
  | { readonly state: 'failed'; readonly error: JobError }
  /** `dispatchedAt`: canceled while the engine was asked. Without a cost, nobody knows yet how its engine ended it. */
  | { readonly state: 'canceled'; readonly dispatchedAt?: number }
)

/** The part of a job that changes. */
export type Progress = {
  readonly runs: readonly Run[]
  readonly warnings: readonly string[]
} & (
  | { readonly state: 'queued' | 'starting' | 'running' | 'succeeded' | 'canceled' }
  | { readonly state: 'failed'; readonly error: JobError }
)

export type JobState = Progress['state']

export type JobEvent =
  | { readonly type: 'dispatched'; readonly index: number; readonly at: number }
  /** The engine was not asked after all. */
  | { readonly type: 'withdrawn'; readonly index: number }
  | { readonly type: 'started'; readonly index: number; readonly handle: Json }
  | {
      readonly type: 'finished'
      readonly index: number
      readonly output: Output
      readonly cost?: Cost
      readonly seconds?: number
    }
  | {
      readonly type: 'failed'
      readonly index: number
      readonly error: JobError
      readonly cost?: Cost
    }
  | { readonly type: 'warned'; readonly message: string }
  | { readonly type: 'canceled' }

export const isFinal = (state: JobState): boolean =>
  state === 'succeeded' || state === 'failed' || state === 'canceled'

export const isRunFinal = (run: Run): boolean => isFinal(run.state)

/** A job before anything happened: one queued run for each seed. */
export const queuedJob = (seeds: readonly number[]): Progress => ({
  state: 'queued',
  runs: seeds.map((seed, index) => ({ index, seed, state: 'queued' })),
  warnings: [],
})
