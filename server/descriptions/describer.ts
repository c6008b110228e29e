import type { DescriberId, DescriptionMode } from '../../shared/contract/index.ts'
import type { JobError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import type { Cost } from '../../shared/recipe.ts'

/** One picture to put into words, complete. */
export type DescribeOrder = {
  readonly file: FileId
  readonly mode: DescriptionMode
  /** What is known of it besides. */
  readonly hints: readonly string[]
  /** What describes it, as it was when the order came in; null where no model does. */
  readonly model: string | null
}

export type Described =
  /** `words`: what can be seen, without anything of a style. */
  | { readonly type: 'described'; readonly words: string; readonly cost: Cost }
  | { readonly type: 'failed'; readonly error: JobError; readonly cost: Cost }

/** An order whose start was never answered. */
export type LostOrder = {
  readonly order: DescribeOrder
  /** Milliseconds since 1970: when `start` was called, or earlier. */
  readonly dispatchedAt: number
  /** The handles of all other orders since then. */
  readonly owned: readonly Json[]
}

/** What puts pictures into words. Like an engine: what it costs is never paid twice. */
export type Describer = {
  readonly id: DescriberId
  readonly label: string
  /** Where pictures go; null where they stay here. */
  readonly destination: string | null
  readonly model: string | null
  /** Of one picture. */
  readonly price: () => Cost
  /** What looks at a picture now, by a name that always means this one. Throws AppError in words. */
  readonly resolve: (signal: AbortSignal) => Promise<{ model: string | null; price: Cost }>
  readonly trouble: () => string | null
  /** Resolves when a start would be sent at once, or when the signal aborts. */
  readonly ready: (signal: AbortSignal) => Promise<void>
  /**
   * Starts one and answers with its handle, stored before anything else happens. Throws AppError: `timeout` when the
   * answer was lost and it may exist and cost money, any other code when nothing was started.
   */
  readonly start: (order: DescribeOrder, signal: AbortSignal) => Promise<Json>
  /** What became of it; null when the signal aborts before anybody knows. */
  readonly watch: (handle: Json, signal: AbortSignal) => Promise<Described | null>
  /** The handle of a start that was never answered, if it was made; null when it does not turn up. */
  readonly recover: (lost: LostOrder, signal: AbortSignal) => Promise<Json | null>
}
