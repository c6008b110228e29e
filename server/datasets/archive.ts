import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'
import type { StoredPiece } from './frozen-version.ts'
import type { ZipEntry } from './stored-zip.ts'
import { textEntry, zipOf, zipSize } from './stored-zip.ts'

type Archived = Pick<StoredPiece, 'name' | 'file' | 'caption' | 'bytes'>
type Files = Pick<FileStore, 'read'>

const readPicture = async (files: Files, file: FileId): Promise<Buffer> => {
  const bytes = await files.read(file)
  if (bytes !== null) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  throw new AppError('not_found', 'A picture of this version is not on the proxy any more.')
}

/** Pieces as a trainer takes them: each picture, then its caption as a text of the same name. */
export const pieceEntries = (pieces: readonly Archived[], files: Files, folder = ''): ZipEntry[] =>
  pieces.flatMap(({ name, file, caption, bytes }) => [
    { name: `${folder}${name}.png`, bytes, read: () => readPicture(files, file) },
    textEntry(`${folder}${name}.txt`, caption),
  ])

const NO_FILES: Files = { read: () => Promise.resolve(null) }

/** The size of an archive, in bytes: known before it is written. */
export const archiveSize = (pieces: readonly Archived[]): number =>
  zipSize(pieceEntries(pieces, NO_FILES))

/** A ZIP of pieces. */
export const archiveOf = (
  pieces: readonly Archived[],
  files: Files,
): AsyncGenerator<Uint8Array, void> => zipOf(pieceEntries(pieces, files))
