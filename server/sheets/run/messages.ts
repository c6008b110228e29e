import type { CellByHand } from '../../../shared/contract/index.ts'
import type { FoundText } from '../../datasets/checks/text-detector.ts'
import type { ReaderName } from '../read/readers.ts'
import type { SheetError } from '../sheet-record.ts'
import type { EncodedSheet } from './encode-sheet.ts'

/** A page to clean. */
export type CleanRequest = {
  /** PNG or JPEG. */
  readonly bytes: Uint8Array
  readonly cells: readonly CellByHand[] | null
}

/** What is asked of a thread. */
export type CleanerTask =
  | (CleanRequest & { readonly type: 'clean' })
  | { readonly type: 'read'; readonly reader: ReaderName; readonly bytes: Uint8Array }

/** What a thread hears: a task, or that it is to go as soon as that can be done safely. */
export type CleanerOrder = CleanerTask | { readonly type: 'end' }

/** How a task went well. */
export type CleanerResult =
  | { readonly type: 'cleaned'; readonly sheet: EncodedSheet }
  | { readonly type: 'read'; readonly texts: readonly FoundText[] }

/** What the thread that works on it says. */
export type CleanerMessage =
  | { readonly type: 'progress'; readonly fraction: number; readonly note: string }
  | CleanerResult
  /** Null: nobody foresaw it. */
  | {
      readonly type: 'failed'
      readonly error: SheetError | null
      readonly frames: readonly string[]
    }
