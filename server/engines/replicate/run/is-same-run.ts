import type { WirePrediction } from '../api/wire.ts'
import { canonicalInput } from '../input/canonical-input.ts'

/** The run that we asked for. */
export type Sought = {
  /** `owner/name`. */
  readonly name: string
  /** Null for an official model: its runs do not tell their version. */
  readonly version: string | null
  readonly input: Readonly<Record<string, unknown>>
  /** Ids of runs that belong to other pictures. */
  readonly owned: ReadonlySet<string>
}

/** A service that keeps data URLs as files shows another address than the one that was sent. */
const withSameImage = (
  theirs: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const { image } = theirs
  const moved = typeof image === 'string' && image.startsWith('http') && 'image' in ours
  return moved ? { ...theirs, image: ours['image'] } : theirs
}

/** Whether a run is the one: its model and version, its whole input with our seed in it, and no owner. */
export const isSameRun = (run: WirePrediction, sought: Sought): boolean =>
  !sought.owned.has(run.id) &&
  (sought.version === null ? run.model === sought.name : run.version === sought.version) &&
  canonicalInput(withSameImage(run.input ?? {}, sought.input)) === canonicalInput(sought.input)
