import type { FileId } from '../../../shared/ids.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { StoredPiece } from '../frozen-version.ts'
import type { FoundLike, Looker } from './create-looker.ts'
import type { LookStore } from './look-store.ts'
import type { KnownReference } from './reference-store.ts'
import type { AlikePieces, ShownReference } from './rules/check.ts'
import type { TextDetector } from './text-detector.ts'

export type GatherOptions = {
  readonly looks: LookStore
  readonly looker: Looker
  readonly detectors: readonly TextDetector[]
  readonly files: Pick<FileStore, 'read'>
}

/** What is known so far; it grows. */
export type Gathered = {
  done: number
  readonly alike: AlikePieces[]
  readonly references: ShownReference[]
}

const isNewTo =
  (seen: Set<FileId>) =>
  (file: FileId): boolean => {
    if (seen.has(file)) return false
    seen.add(file)
    return true
  }

/** Looks at one picture, unless that was done before; one that cannot be read is passed over. */
const lookOnce = async (
  file: FileId,
  detectors: readonly TextDetector[],
  { looks, looker, files }: GatherOptions,
  signal: AbortSignal,
): Promise<void> => {
  const missing = detectors.filter(({ id }) => looks.texts(file, id) === null)
  if (looks.look(file) !== null && missing.length === 0) return
  const bytes = await files.read(file)
  if (bytes === null) return
  if (looks.look(file) === null) {
    const looked = await looker.look(bytes)
    if (looked !== null) looks.putLook(file, looked.look, looked.print)
  }
  for (const detector of missing)
    looks.putTexts(file, detector.id, await detector.find(bytes, signal))
}

/** How many steps `gather` takes. */
export const stepsOf = (
  pieces: readonly StoredPiece[],
  references: readonly KnownReference[],
): number => 2 * pieces.length + references.length

/**
 * Finds out all that the checks need and nobody knows yet: what is in each picture, which are alike, and which show a
 * reference. Ends early when the signal aborts.
 */
export const gather = async (
  pieces: readonly StoredPiece[],
  references: readonly KnownReference[],
  into: Gathered,
  options: GatherOptions,
  signal: AbortSignal,
): Promise<void> => {
  const { looks, looker, detectors } = options
  for (const { file } of pieces) {
    await lookOnce(file, detectors, options, signal)
    if (signal.aborted) return
    into.done += 1
  }

  const findLike = async (file: FileId, others: readonly FileId[]): Promise<FoundLike[]> => {
    const found = await looker.findLike(file, others.filter(isNewTo(new Set([file]))), looks.print)
    return others.includes(file) ? [...found, { file, kind: 'same', mirrored: false }] : found
  }
  for (const [at, { id, file }] of pieces.entries()) {
    const before = pieces.slice(0, at)
    const found = await findLike(
      file,
      before.map((piece) => piece.file),
    )
    if (signal.aborted) return
    for (const { file: like, ...how } of found)
      for (const other of before)
        if (other.file === like) into.alike.push({ one: other.id, other: id, ...how })
    into.done += 1
  }

  for (const { file, use } of references) {
    await lookOnce(file, [], options, signal)
    const found = await findLike(
      file,
      pieces.map((piece) => piece.file),
    )
    if (signal.aborted) return
    for (const { file: like, kind } of found)
      for (const piece of pieces)
        if (piece.file === like) into.references.push({ piece: piece.id, kind, use })
    into.done += 1
  }
}
