import type { Clock } from '../../../server/clock.ts'
import type { Catalogue } from './catalogue.ts'
import type { Conditions } from './conditions.ts'
import type { FileStore } from './file-store.ts'
import type { LedgerEntry, UnknownInput } from './ledger.ts'
import type { Draw } from './picture.ts'
import type { RandomBytes } from './random-id.ts'
import type { RunStore } from './run-store.ts'
import type { ViewOptions } from './view-run.ts'

/** How long a run takes where the script says nothing; a training takes as long as a prediction unless told. Milliseconds. */
export type Timing = {
  readonly startMs: number
  readonly runMs: number
  readonly trainMs?: number
}

/** Everything that the routes share. */
export type World = {
  readonly token: string
  readonly clock: Clock
  readonly random: RandomBytes
  readonly timing: Timing
  readonly draw: Draw
  readonly catalogue: Catalogue
  readonly runs: RunStore
  readonly files: FileStore
  readonly conditions: Conditions
  readonly ledger: LedgerEntry[]
  readonly unknownInputs: UnknownInput[]
  /** How answers look at this moment. */
  readonly view: () => ViewOptions
  /** Aborts when the fake stops. */
  readonly closing: AbortSignal
}
