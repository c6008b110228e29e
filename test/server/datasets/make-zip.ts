import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export type ZipPart = {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** The Unix mode, such as `0o120777` for a link. */
  readonly mode?: number
  readonly compress?: boolean
}

/** A ZIP of these files, in their order. */
export const makeZip = async (parts: readonly ZipPart[]): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const { name, bytes, mode = 0o100644, compress = true } of parts)
    zip.addBuffer(Buffer.from(bytes), name, { mode, compress })
  zip.end()
  return buffer(zip.outputStream)
}

/** Every occurrence of some bytes as others of the same length: names that no tool would write. */
export const patch = (zip: Buffer, from: string, to: string): Buffer => {
  const patched = Buffer.from(zip)
  for (let at = patched.indexOf(from); at >= 0; at = patched.indexOf(from, at + 1))
    patched.write(to, at, 'latin1')
  return patched
}

const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** The same file many times over, each under a name of its own: a small ZIP that unpacks to a lot. */
export const overlap = (zip: Buffer, copies: number): Buffer => {
  const [start, end] = [zip.indexOf(CENTRAL), zip.lastIndexOf(END)]
  const entry = zip.subarray(start, end)
  const entries = Array.from({ length: copies }, (_, at) => {
    const copy = Buffer.from(entry)
    // The name of a central header begins at 46.
    copy.write(String(at).padStart(3, '0'), 46)
    return copy
  })
  const directory = Buffer.concat(entries)
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(copies, 8)
  tail.writeUInt16LE(copies, 10)
  tail.writeUInt32LE(directory.length, 12)
  return Buffer.concat([zip.subarray(0, start), directory, tail])
}

/** The central directory says another size of what a file unpacks to. */
export const lieAboutSize = (zip: Buffer, size: number): Buffer => {
  const lying = Buffer.from(zip)
  lying.writeUInt32LE(size, zip.indexOf(CENTRAL) + 24)
  return lying
}

/** The flag of a password. */
export const encrypt = (zip: Buffer): Buffer => {
  const encrypted = Buffer.from(zip)
  const at = zip.indexOf(CENTRAL) + 8
  encrypted.writeUInt16LE(encrypted.readUInt16LE(at) | 1, at)
  return encrypted
}
