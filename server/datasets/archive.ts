import * as v from 'valibot'
import { ZipFile } from 'yazl'
import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'
import type { StoredPiece } from './frozen-version.ts'

/** The parts of a ZIP whose files are stored as they are (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). Bytes. */
const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END = 22

const OPTIONS = { mode: 0o100644, compress: false, forceDosTimestamp: true } as const

const Chunk = v.instance(Uint8Array)

type Archived = Pick<StoredPiece, 'name' | 'file' | 'caption' | 'bytes'>

/** Up to where the directory of the archive begins. */
const sizeInside = ({ name, caption, bytes }: Archived): number =>
  2 * (LOCAL_HEADER + `${name}.png`.length) + bytes + Buffer.byteLength(caption)

/** The size of an archive, in bytes: known before it is written. */
export const archiveSize = (pieces: readonly Archived[]): number =>
  pieces.reduce(
    (size, piece) => size + sizeInside(piece) + 2 * (CENTRAL_HEADER + `${piece.name}.png`.length),
    END,
  )

const readPicture = async (files: Pick<FileStore, 'read'>, file: FileId): Promise<Buffer> => {
  const bytes = await files.read(file)
  if (bytes !== null) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  throw new AppError('not_found', 'A picture of this version is not on the proxy any more.')
}

/**
 * A ZIP of pieces as a trainer takes it: each picture, then its caption as a text of the same name. The same pieces are
 * the same bytes, on any machine. At the reader's pace, with one picture at a time in memory.
 */
export async function* archiveOf(
  pieces: readonly Archived[],
  files: Pick<FileStore, 'read'>,
): AsyncGenerator<Uint8Array, void> {
  // The earliest time that a ZIP can say, which it says without a time zone: nothing of today is in there.
  const options = { ...OPTIONS, mtime: new Date(1980, 0, 1) }
  const zip = new ZipFile()
  const output = zip.outputStream[Symbol.asyncIterator]()
  let ahead = 0
  for (const piece of pieces) {
    zip.addBuffer(await readPicture(files, piece.file), `${piece.name}.png`, options)
    zip.addBuffer(Buffer.from(piece.caption), `${piece.name}.txt`, options)
    ahead += sizeInside(piece)
    while (ahead > 0) {
      const chunk = v.parse(Chunk, (await output.next()).value)
      ahead -= chunk.length
      yield chunk
    }
  }
  zip.end()
  for (let next = await output.next(); !next.done; next = await output.next())
    yield v.parse(Chunk, next.value)
}
