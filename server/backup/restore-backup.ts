import type { Hash } from 'node:crypto'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Extract } from 'tar-stream'
import { extract } from 'tar-stream'
import * as v from 'valibot'
import { FileId } from '../../shared/ids.ts'
import { createDiskFileStore } from '../files/create-disk-file-store.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import { StartError } from '../start-error.ts'
import type { WeightsStore } from '../weights/weights-store.ts'
import { createWeightsStore, WEIGHTS_LIMIT } from '../weights/weights-store.ts'
import { holdQueued } from './hold-queued.ts'
import { DATABASE, FILES, MANIFEST, Manifest, WEIGHTS } from './manifest.ts'

type Options = {
  readonly file: string
  /** Where the data goes; it must be empty, or not there. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly log: Log
}

/** No stored file is larger. Bytes. */
const FILE_LIMIT = 64 * 1024 * 1024
const DATABASE_LIMIT = 64 * 1024 * 1024 * 1024

const StoredManifest = v.pipe(v.string(), v.parseJson(), Manifest)

type Entry = Extract extends AsyncIterable<infer E> ? E : never

const refuse = (reason: string): StartError => new StartError(`${reason} Nothing was restored.`)

async function* chunksOf(entry: Entry, sum?: Hash) {
  for await (const read of entry) {
    const chunk = v.parse(v.instance(Uint8Array), read)
    sum?.update(chunk)
    yield chunk
  }
}

const readBytes = (entry: Entry): Promise<Buffer> => buffer(chunksOf(entry))

const limitOf = (name: string): number => {
  if (name === DATABASE) return DATABASE_LIMIT
  return name.startsWith(WEIGHTS) ? WEIGHTS_LIMIT : FILE_LIMIT
}

type Unpacked = {
  readonly manifest: Manifest | null
  readonly database: string | null
  readonly files: number
  readonly weights: number
}

/** Where what a backup holds goes. */
type Stores = { readonly files: FileStore; readonly weights: Pick<WeightsStore, 'keep'> }

/** Only what a backup holds, once each; names are compared and never followed. */
const unpack = async (source: string, folder: string, stores: Stores): Promise<Unpacked> => {
  const { files, weights } = stores
  let unpacked: Unpacked = { manifest: null, database: null, files: 0, weights: 0 }

  const take = async (entry: Entry): Promise<Unpacked> => {
    const { name, type, size } = entry.header
    if (unpacked.manifest !== null) throw refuse('Something follows the end of this backup.')
    if (type !== 'file') throw refuse('This is not a backup of Maquette.')
    if (size > limitOf(name)) throw refuse('This backup holds a file that is too large.')
    if (name === MANIFEST) {
      const manifest = v.safeParse(StoredManifest, (await readBytes(entry)).toString())
      if (manifest.success) return { ...unpacked, manifest: manifest.output }
      throw refuse('A newer Maquette wrote this backup, or it is damaged.')
    }
    if (name === DATABASE) {
      if (unpacked.database !== null) throw refuse('This backup holds two databases.')
      const sum = createHash('sha256')
      const chunks = chunksOf(entry, sum)
      await pipeline(
        chunks,
        createWriteStream(join(folder, DATABASE), { flags: 'wx', mode: 0o600 }),
      )
      return { ...unpacked, database: sum.digest('hex') }
    }
    if (name.startsWith(WEIGHTS)) {
      const kept = await weights.keep(chunksOf(entry))
      if (name !== WEIGHTS + kept.file) throw refuse('A file of weights in this backup is damaged.')
      return { ...unpacked, weights: unpacked.weights + 1 }
    }
    const id = v.safeParse(FileId, name.startsWith(FILES) ? name.slice(FILES.length) : null)
    if (!id.success) throw refuse('This is not a backup of Maquette.')
    if (await files.has(id.output)) throw refuse('This backup holds a picture twice.')
    if ((await files.put(await readBytes(entry))) !== id.output)
      throw refuse('A picture in this backup is damaged.')
    return { ...unpacked, files: unpacked.files + 1 }
  }

  const archive = extract()
  const read = async (): Promise<void> => {
    for await (const entry of archive) {
      unpacked = await take(entry)
      entry.resume()
    }
  }
  const ends = await Promise.allSettled([read(), pipeline(createReadStream(source), archive)])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return unpacked
}

const prepare = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw refuse(`The folder ${folder} is not empty. Choose another one.`)
}

/**
 * Puts a backup into an empty folder, from which a proxy can start: every byte is checked by its hash, and the folder
 * stays empty unless all is well. Throws StartError in words.
 */
export const restoreBackup = async (options: Options): Promise<{ files: number }> => {
  const { file, folder, now, log } = options
  await prepare(folder)
  const aside = join(folder, 'restoring')
  try {
    await mkdir(aside, { mode: 0o700 })
    const { manifest, database, files, weights } = await unpack(file, aside, {
      files: createDiskFileStore(join(aside, 'files'), log),
      weights: createWeightsStore(join(aside, 'weights')),
    })
    if (manifest?.files !== files || manifest.weights !== weights)
      throw refuse('This backup is incomplete.')
    if (manifest.database !== database) throw refuse('The database in this backup is damaged.')
    holdQueued(join(aside, DATABASE), Date.parse(manifest.at), now, log)
    await rename(join(aside, 'files'), join(folder, 'files'))
    await rename(join(aside, 'weights'), join(folder, 'weights'))
    await rename(join(aside, DATABASE), join(folder, DATABASE))
    return { files }
  } catch (error) {
    await rm(join(folder, 'files'), { recursive: true, force: true })
    await rm(join(folder, 'weights'), { recursive: true, force: true })
    if (error instanceof StartError) throw error
    const reason = error instanceof Error ? error.message : 'unknown'
    throw refuse(`The backup ${file} cannot be restored: ${reason}.`)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
