import * as v from 'valibot'
import { ZipFile } from 'yazl'

/** A file of a ZIP; `bytes` is its size, known before it is read. */
export type ZipEntry = {
  readonly name: string
  readonly bytes: number
  readonly read: () => Promise<Buffer>
}

/** The parts of a ZIP whose files are stored as they are (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). Bytes. */
const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END = 22

const OPTIONS = { mode: 0o100644, compress: false, forceDosTimestamp: true } as const

const Chunk = v.instance(Uint8Array)

/** Up to where the directory of the ZIP begins. */
const sizeInside = ({ name, bytes }: ZipEntry): number =>
  LOCAL_HEADER + Buffer.byteLength(name) + bytes

export const textEntry = (name: string, text: string): ZipEntry => ({
  name,
  bytes: Buffer.byteLength(text),
  read: () => Promise.resolve(Buffer.from(text)),
})

/** The size of a ZIP, in bytes: known before it is written. */
export const zipSize = (entries: readonly ZipEntry[]): number =>
  entries.reduce(
    (size, entry) => size + sizeInside(entry) + CENTRAL_HEADER + Buffer.byteLength(entry.name),
    END,
  )

/**
 * A ZIP of files, stored as they are. The same files are the same bytes, on any machine. At the reader's pace, with one
 * file at a time in memory.
 */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array, void> {
  // The earliest time that a ZIP can say, which it says without a time zone: nothing of today is in there.
  const options = { ...OPTIONS, mtime: new Date(1980, 0, 1) }
  const zip = new ZipFile()
  const output = zip.outputStream[Symbol.asyncIterator]()
  let ahead = 0
  for (const entry of entries) {
    zip.addBuffer(await entry.read(), entry.name, options)
    ahead += sizeInside(entry)
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
