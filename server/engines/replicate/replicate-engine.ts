import type { Capabilities } from '../../../shared/contract/index.ts'
import type { Json } from '../../../shared/json.ts'
import type { Engine, PictureRequest } from '../engine.ts'

/** What a model is, before it is chosen. */
export type ModelReport = {
  /** `owner/name`. */
  readonly name: string
  /** The name that always means this version, for a recipe; the name alone for an official model, which has none. */
  readonly pinned: string
  /** 64 hex digits; null for an official model. */
  readonly version: string | null
  readonly official: boolean
  /** Why it cannot draw drafts, in words; null where it can. */
  readonly problem: string | null
  /** It has a LoRA whose strength can be set, or loads one from an address. */
  readonly hasLora: boolean
  /** With the ranges, shapes, price and usual time of this version. A reference to `follow` decides the shape. */
  readonly capabilities: Capabilities
}

/** A picture whose start was never answered. */
export type LostRun = {
  readonly picture: PictureRequest
  /** Milliseconds since 1970: when `start` was called, or earlier. */
  readonly dispatchedAt: number
  /** The handles of all other runs of this proxy since then. */
  readonly owned: readonly Json[]
}

export type ReplicateEngine = Engine & {
  /**
   * Checks a model's name; what the default one can do is what the engine can do from then on. Throws AppError in words:
   * `model_not_found`, `version_gone`, `bad_token`, …
   */
  describe: (model: string, signal: AbortSignal) => Promise<ModelReport>
  /**
   * After `start` threw `timeout`: the handle of the run that was started all the same, or null when none turns up
   * within a minute. Never starts anything. A model without its version may be a newer one by now, whose runs the lost
   * one is not: give the pinned name. Throws AppError when Replicate cannot say what the model is.
   */
  recover: (lost: LostRun, signal: AbortSignal) => Promise<Json | null>
}
