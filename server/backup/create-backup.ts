import { createHash, hash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pack } from 'tar-stream'
import { pack } from 'tar-stream'
import { isMissing } from '../files/is-missing.ts'
import { listFiles } from '../files/list-files.ts'
import { hashFile, listWeights } from '../weights/list-weights.ts'
import { StartError } from '../start-error.ts'
import type { Manifest } from './manifest.ts'
import { DATABASE, FILES, MANIFEST, WEIGHTS } from './manifest.ts'
import { snapshotDatabase } from './snapshot-database.ts'

type Options = {
  /** The data folder of a proxy that runs or has stopped. */
  readonly data: string
  /** Where the archive goes; there must be none yet. */
  readonly file: string
  /** Maquette's own. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type BackedUp = {
  readonly files: number
  readonly weights: number
  readonly bytes: number
  /** Stored files that are not what was stored, and not in the archive. */
  readonly damaged: number
}

const addEntry = async (
  archive: Pack,
  name: string,
  size: number,
  chunks: Readable,
): Promise<void> => {
  await pipeline(chunks, archive.entry({ name, size }))
}

const addBytes = (archive: Pack, name: string, bytes: Uint8Array): Promise<void> =>
  addEntry(archive, name, bytes.length, Readable.from([bytes]))

const addDatabase = async (archive: Pack, path: string): Promise<string> => {
  const sum = createHash('sha256')
  const chunks = createReadStream(path)
  chunks.on('data', (chunk) => sum.update(chunk))
  await addEntry(archive, DATABASE, (await stat(path)).size, chunks)
  return sum.digest('hex')
}

type Counted = { readonly count: number; readonly damaged: number }

const addFiles = async (archive: Pack, root: string): Promise<Counted> => {
  let files = 0
  let damaged = 0
  for await (const { id, path } of listFiles(root)) {
    try {
      const bytes = await readFile(path)
      if (hash('sha256', bytes) === id) {
        await addBytes(archive, FILES + id, bytes)
        files += 1
      } else damaged += 1
    } catch (error) {
      // A reference whose time is over.
      if (!isMissing(error)) throw error
    }
  }
  return { count: files, damaged }
}

/** They are hundreds of megabytes each, so they are read twice and never in memory. */
const addWeights = async (archive: Pack, root: string): Promise<Counted> => {
  let count = 0
  let damaged = 0
  for (const { id, path, bytes } of await listWeights(root))
    if ((await hashFile(path)) === id) {
      await addEntry(archive, WEIGHTS + id, bytes, createReadStream(path))
      count += 1
    } else damaged += 1
  return { count, damaged }
}

const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Writes a data folder as one archive: the database as it is at one moment, then every stored file; files never change,
 * so all that the database names is there. No token is in it. Throws StartError in words.
 */
export const createBackup = async (options: Options): Promise<BackedUp> => {
  const { data, file, version, now } = options
  if (existsSync(file))
    throw new StartError(`There is a file ${file} already. Choose another name.`)
  const snapshot = `${file}.database`
  const partial = `${file}.partial`
  try {
    snapshotDatabase(join(data, DATABASE), snapshot)
    const archive = pack()
    const written = pipeline(archive, createWriteStream(partial, { mode: 0o600 }))
    const fill = async (): Promise<Omit<BackedUp, 'bytes'>> => {
      const database = await addDatabase(archive, snapshot)
      const files = await addFiles(archive, join(data, 'files'))
      const weights = await addWeights(archive, join(data, 'weights'))
      const counts = { files: files.count, weights: weights.count }
      const at = new Date(now).toISOString()
      const manifest: Manifest = { format: 1, version, at, database, ...counts }
      await addBytes(archive, MANIFEST, Buffer.from(JSON.stringify(manifest)))
      archive.finalize()
      return { ...counts, damaged: files.damaged + weights.damaged }
    }
    const [counts] = await Promise.all([fill(), written]).catch((error: unknown) => {
      archive.destroy()
      throw error
    })
    await syncFile(partial)
    await rename(partial, file)
    return { ...counts, bytes: (await stat(file)).size }
  } catch (error) {
    if (error instanceof StartError) throw error
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(`The backup cannot be written: ${reason}. Nothing was kept of it.`)
  } finally {
    await rm(snapshot, { force: true })
    await rm(partial, { force: true })
  }
}
