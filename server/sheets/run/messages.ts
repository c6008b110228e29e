import type { CellByHand } from '../../../shared/contract/index.ts'
import type { SheetError } from '../sheet-record.ts'
import type { EncodedSheet } from './encode-sheet.ts'

/** A page to clean. */
export type CleanRequest = {
  /** PNG or JPEG. */
  readonly bytes: Uint8Array
  readonly cells: readonly CellByHand[] | null
}

/** What the thread that cleans it says. */
export type CleanerMessage =
  | { readonly type: 'progress'; readonly fraction: number; readonly note: string }
  | { readonly type: 'done'; readonly sheet: EncodedSheet }
  /** Null: nobody foresaw it. */
  | {
      readonly type: 'failed'
      readonly error: SheetError | null
      readonly frames: readonly string[]
    }
