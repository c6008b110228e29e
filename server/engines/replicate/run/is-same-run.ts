import type { WirePrediction } from '../api/wire.ts'
import { canonicalInput } from '../input/canonical-input.ts'

/** The run that we asked for. */
export type Sought = {
  /** `owner/name`. */
  readonly name: string
  /** 64 hex digits; null for an official model, which runs by its name. */
  readonly version: string | null
  readonly input: Readonly<Record<string, unknown>>
  /** Ids of runs that belong to other pictures. */
  readonly owned: ReadonlySet<string>
}

const isMoved = (theirs: unknown, ours: unknown): boolean =>
  typeof theirs === 'string' &&
  theirs.startsWith('http') &&
  typeof ours === 'string' &&
  ours.startsWith('data:')

/** A service that keeps data URLs as files shows another address than the one that was sent. */
const withSameImages = (
  theirs: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => {
      const sent = ours[name]
      const isSame =
        Array.isArray(value) && Array.isArray(sent)
          ? value.length === sent.length && value.every((one, at) => isMoved(one, sent[at]))
          : isMoved(value, sent)
      return [name, isSame ? sent : value]
    }),
  )

/** Runs of official models hide their version. */
const isSameModel = ({ model, version }: WirePrediction, sought: Sought): boolean =>
  version === sought.version ||
  (model === sought.name && (sought.version === null || version === 'hidden'))

/** Whether a run is the one: its model and version, its whole input with our seed in it, and no owner. */
export const isSameRun = (run: WirePrediction, sought: Sought): boolean =>
  !sought.owned.has(run.id) &&
  isSameModel(run, sought) &&
  canonicalInput(withSameImages(run.input ?? {}, sought.input)) === canonicalInput(sought.input)
