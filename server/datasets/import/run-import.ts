import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Entry, ZipFile } from 'yauzl'
import { AppError } from '../../../shared/errors.ts'
import type { FileId } from '../../../shared/ids.ts'
import { PieceId } from '../../../shared/ids.ts'
import type { Consent, PieceDraft } from '../../../shared/piece.ts'
import { randomId } from '../../../shared/random-id.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { PieceFile } from '../verify-piece.ts'
import type { ImportPlan, PlannedPicture } from './plan-import.ts'
import { readCaption } from './read-caption.ts'
import { toPiecePicture } from './to-piece-picture.ts'

/** A piece that is ready to be added. */
export type NewPiece = {
  readonly id: PieceId
  readonly draft: PieceDraft
  readonly file: PieceFile
}

export type RunImportOptions = {
  readonly zip: ZipFile
  readonly plan: ImportPlan
  /** The SHA-256 of the ZIP. */
  readonly archive: FileId
  readonly consent: Consent
  readonly files: Pick<FileStore, 'put'>
  /** A picture was stored that nothing needs until the piece is added. */
  readonly onStored: (file: FileId) => void
  readonly onDone: () => void
  readonly signal: AbortSignal
}

/** The same picture of the same ZIP is the same piece, whenever it comes. */
const pieceIdOf = (archive: FileId, name: string): PieceId =>
  v.parse(
    PieceId,
    randomId('piece', (length) =>
      createHash('sha256').update(`${archive} ${name}`).digest().subarray(0, length),
    ),
  )

const readEntry = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  try {
    // More than it says it holds is an error of the stream.
    return await buffer(await zip.openReadStreamPromise(entry))
  } catch (cause) {
    throw new AppError('invalid_request', 'It is damaged in the ZIP.', { cause })
  }
}

/**
 * Reads every picture of a plan, stores it as the picture of a piece, and answers with the pieces; nothing is added to
 * any dataset. Throws AppError that names the picture that is wrong, or `canceled`.
 */
export const runImport = async (
  options: RunImportOptions,
): Promise<{ readonly pieces: readonly NewPiece[]; readonly notes: ImportPlan['notes'] }> => {
  const { zip, plan, archive, consent, files, onStored, onDone, signal } = options
  const pieces: NewPiece[] = []
  const notes = [...plan.notes]

  const add = async ({ name, entry, caption }: PlannedPicture): Promise<void> => {
    const { picture, pixels, bytes, ...made } = await toPiecePicture(await readEntry(zip, entry))
    const text = caption === null ? null : readCaption(await readEntry(zip, caption))
    const file = await files.put(picture)
    onStored(file)
    const draft: PieceDraft = {
      file,
      caption: text?.caption ?? '',
      provenance: { type: 'import', archive, name },
      consent,
      aiShare: 0,
      heldOut: false,
      ...made,
      marks: [...made.marks],
    }
    pieces.push({ id: pieceIdOf(archive, entry.fileName), draft, file: { pixels, bytes } })
    if (text === null) notes.push({ name, note: 'It has no caption in the ZIP.' })
    else if (text.note !== null) notes.push({ name, note: text.note })
    if (made.marks.includes('padded')) notes.push({ name, note: 'It is not square: padded.' })
  }

  for (const picture of plan.pictures) {
    if (signal.aborted) throw new AppError('canceled', 'The import was stopped. Nothing was added.')
    try {
      await add(picture)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid_request') throw error
      throw new AppError(
        'invalid_request',
        `“${picture.name}” cannot be a piece: ${error.message} Nothing was added.`,
        { cause: error },
      )
    }
    onDone()
  }
  return { pieces, notes }
}
