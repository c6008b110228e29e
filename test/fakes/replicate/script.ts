import type { Call, CallKind } from './call.ts'
import type { Rate } from './rate-limit.ts'

/** How a request goes wrong. `after-accept` has done its work first: a prediction is made and charged. */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | { readonly delayMs: number }
  | 'reset-before'
  | 'reset-after-accept'
  | 'hang'
  | 'hang-after-accept'
  /** The right headers and half of the body, then the connection breaks. */
  | 'cut'

/** How a delivered picture is bad, although the status is fine. */
export type BadPicture =
  | 'empty'
  | 'truncated'
  | 'html'
  | 'json'
  /** A GIF that says it is what was asked for. */
  | 'gif'
  /** 50 MB that the headers announce. */
  | 'huge'
  /** 50 MB that they do not. */
  | 'huge-unannounced'
  | { readonly redirectTo: string }
  /** The bytes trickle in over this time. */
  | { readonly slowMs: number }

export type Rule = {
  /** How many requests it holds for; 1 unless told. Infinity holds until `clear()`. */
  readonly times?: number
  readonly match?: (call: Call) => boolean
} & (
  | { readonly on: 'delivery'; readonly respond: Fault | BadPicture }
  | { readonly on: Exclude<CallKind, 'delivery'> | 'any'; readonly respond: Fault }
)

/** What happens to the next accepted predictions and trainings. Times in milliseconds. */
export type RunScript = {
  /** How many runs it holds for; 1 unless told. */
  readonly times?: number
  readonly outcome?:
    | 'succeed'
    | { readonly fail: string }
    /** Pictures that the filter takes out. All of them: the run fails in the model's own words. */
    | { readonly nsfw: number | 'all' }
    | 'abort'
    | 'stuck-starting'
  readonly startMs?: number
  readonly runMs?: number
  /** Seconds, as `metrics.predict_time` says, whatever the run took here. */
  readonly predictTime?: number
  readonly logs?: 'lines' | 'carriage-returns' | 'none'
  /** The output is there while the status is still `processing`. */
  readonly earlyOutput?: boolean
  /** Puts another shape in the place of the list of URLs. */
  readonly output?: (urls: readonly string[]) => unknown
}

/** `low-credit`: 6 predictions a minute, one at once, as with less than $5 of credit. */
export type RateMode = 'normal' | 'low-credit' | Rate

export type Credit = 'enough' | 'none' | 'spend-limit'

/** What a test tells the fake to do. Calls with `times` wait in line, in the order in which they were told. */
export type Script = {
  readonly next: (rule: Rule) => void
  readonly run: (run: RunScript) => void
  /** For creating predictions; everything else has 3,000 a minute. */
  readonly rate: (mode: RateMode) => void
  readonly credit: (credit: Credit) => void
  /** How long a new run is missing from lists. Milliseconds. */
  readonly listLag: (ms: number) => void
  /** How long a finished run keeps its input, output and logs. Milliseconds; an hour unless told. */
  readonly retention: (ms: number) => void
  /** Deletes the data of one run now. */
  readonly removeData: (id: string) => void
  /** Deletes one version of `owner/name`; the newest unless told. */
  readonly deleteVersion: (model: string, version?: string) => void
  /** Forgets all that was told, but what was removed and deleted. */
  readonly clear: () => void
}
