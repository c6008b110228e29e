import type { JsonObject } from './json-object.ts'
import type { Look } from './look.ts'
import type { Picture } from './picture.ts'
import type { LogPlan } from './run-logs.ts'
import type { TrainedWeights } from './trained-weights.ts'

export type Ending =
  | { readonly status: 'succeeded' }
  | { readonly status: 'failed'; readonly error: string }
  /** Ended before it started. */
  | { readonly status: 'aborted' }

/** What will happen to a run when nobody cancels it; decided when it is accepted. Times in milliseconds. */
export type RunPlan = {
  /** From accepted to `processing`: the queue, or a cold boot. Infinity never starts. */
  readonly startMs: number
  readonly runMs: number
  readonly ending: Ending
  readonly output: unknown
  /** What its delivery URLs give. */
  readonly pictures: readonly Picture[]
  /** The model that a training makes a version of, and what it learned; null for a prediction. */
  readonly trained: {
    readonly owner: string
    readonly name: string
    readonly look: Look | null
    readonly weights: TrainedWeights
  } | null
  /** The output is there a little before the run is `succeeded`, as in Replicate's blocking mode. */
  readonly earlyOutput: boolean
  readonly logs: LogPlan
  /** Seconds; null says how long the run really took. */
  readonly predictTime: number | null
  readonly metrics: Readonly<Record<string, number>>
}

/** A prediction or a training. */
export type Run = {
  readonly id: string
  readonly kind: 'prediction' | 'training'
  /** `owner/name`. */
  readonly model: string
  /** As its answers show it: `hidden` for an official model. */
  readonly version: string
  readonly input: JsonObject
  /** Milliseconds since 1970, as every time here. */
  readonly createdAt: number
  readonly deadline: number | null
  readonly plan: RunPlan
  canceledAt: number | null
  dataRemoved: boolean
  /** The version that a training made is in its model. */
  published: boolean
}
