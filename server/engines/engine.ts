import type { AspectRatio, Size } from '../../shared/aspect-ratio.ts'
import type { Capabilities, ModelView } from '../../shared/contract/index.ts'
import type { JobError } from '../../shared/errors.ts'
import type { EngineId, Reference } from '../../shared/generate-request.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import type { Json } from '../../shared/json.ts'
import type { Cost } from '../../shared/recipe.ts'
import type { PictureFormat } from '../../shared/settings.ts'

/**
 * One picture, complete: an engine needs nothing else to draw it, or to draw it again. One that follows a reference has
 * the size of `followSize`, whatever its ratio is.
 */
export type PictureRequest = Size & {
  readonly brief: string
  /** The brief put through the style's template. */
  readonly prompt: string
  readonly seed: number
  /** Which picture of its job it is, from 0. */
  readonly index: number
  readonly aspectRatio: AspectRatio
  readonly format: PictureFormat
  readonly steps: number
  readonly guidance: number
  readonly loraScale: number
  /** `owner/name` or `owner/name:version`; null where the style has none yet. */
  readonly model: string | null
  /** Its pixels stay in the proxy's file store: an engine that can use them reads them there. */
  readonly reference?: Reference
}

export type EngineEvent =
  /** `fraction` from 0 to 1, null while nothing is known; `secondsLeft` likewise; `note` in words for her. */
  | {
      readonly type: 'progress'
      readonly fraction: number | null
      readonly secondsLeft: number | null
      readonly note: string | null
    }
  | { readonly type: 'warning'; readonly message: string }
  /**
   * The picture's bytes, and what they are where the engine has verified them. The last event of a run that went well;
   * `seconds` is the time that the engine charges for.
   */
  | {
      readonly type: 'finished'
      readonly bytes: Uint8Array
      readonly header?: ImageHeader
      readonly seconds?: number
      readonly cost?: Cost
    }
  /** The last event of a run that did not. */
  | { readonly type: 'failed'; readonly error: JobError; readonly cost?: Cost }

/** A picture whose start was never answered. */
export type LostRun = {
  readonly picture: PictureRequest
  /** Milliseconds since 1970: when `start` was called, or earlier. */
  readonly dispatchedAt: number
  /** The handles of all other runs of this proxy since then. */
  readonly owned: readonly Json[]
}

/** Where pictures are made. Every implementation passes the suite in test/conformance. */
export type Engine = {
  readonly id: EngineId
  /** Its name on screen. */
  readonly label: string
  /** True where pictures are drawn by code; every screen says so. */
  readonly sample: boolean
  /** True where pictures are made on other machines, so that a reference goes there. */
  readonly remote: boolean
  /** How many pictures it takes at the same time, over all jobs. */
  readonly atOnce: number
  readonly capabilities: Capabilities
  /** What draws a version of a style, in the engine's own words; null where it has no such name. */
  model: (version: string | null) => string | null
  /**
   * Resolves when a start would be sent at once, or when the signal aborts; absent where that is always so. `say` is
   * told, in words for her, why that takes a while. Nothing is sent or charged until then.
   */
  ready?: (signal: AbortSignal, say: (note: string) => void) => Promise<void>
  /** Why no picture is started now, in words for her; null while all is well. */
  trouble?: () => string | null
  /**
   * Starts one run and answers with its handle: plain JSON, stored before anything else happens. `watch` works from
   * it alone, also in another process after a restart. `say` is told, in words for her, why that takes a while. Throws
   * AppError: `timeout` when the answer was lost and the run may exist and cost money, any other code when nothing was
   * started.
   */
  start: (
    picture: PictureRequest,
    signal: AbortSignal,
    say?: (note: string) => void,
  ) => Promise<Json>
  /**
   * What happens to a run until its last event. Ends early, without a last event, when the signal aborts,
   * unless its picture is on the way: that may still come.
   */
  watch: (handle: Json, signal: AbortSignal) => AsyncIterable<EngineEvent>
  /** Stops a run. A run that has ended stays as it ended. */
  cancel: (handle: Json) => Promise<void>
  /**
   * Checks a model's name, null being the default one's; only where styles have models of their own. What the default
   * one can do is what the engine can do from then on. Throws AppError in words: `model_not_found`, `version_gone`,
   * `bad_token`, …
   */
  describe?: (model: string | null, signal: AbortSignal) => Promise<ModelView>
  /**
   * After `start` threw `timeout`: the handle of the run that was started all the same, or null when none turns up
   * within a minute of looking. Never starts anything. A model without its version may be a newer one by now, whose
   * runs the lost one is not: give the pinned name. Throws AppError when the engine cannot say what the model is.
   */
  recover?: (lost: LostRun, signal: AbortSignal) => Promise<Json | null>
}
