import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { FileId } from '../../shared/ids.ts'
import type { KeptWeights } from '../../shared/training-progress.ts'
import { toStorageError } from '../db/storage-error.ts'
import { syncFolder } from '../files/disk.ts'
import { isMissing } from '../files/is-missing.ts'
import { HEADER_LIMIT, PREFIX, headerLength, readLoraHeader } from './read-safetensors.ts'

/** The largest file of weights, in bytes: a LoRA of rank 128 for Flux has a little over one gigabyte. */
export const WEIGHTS_LIMIT = 2 * 1024 ** 3

/** Takes in a `.safetensors` file as it comes. Throws AppError `invalid_request` where it is no LoRA for Flux. */
export type KeepWeights = (chunks: AsyncIterable<Uint8Array>) => Promise<KeptWeights>

export type WeightsStore = {
  keep: KeepWeights
  has: (file: FileId) => Promise<boolean>
  /** Null where there is none. */
  open: (file: FileId) => Promise<{
    readonly bytes: number
    readonly chunks: () => AsyncGenerator<Uint8Array, void>
  } | null>
}

const CUT =
  'This .safetensors file ends too early, or has something after its end. Nothing was kept.'
const LARGE = 'This file of weights is larger than 2 GB. Nothing was kept.'

async function* readChunks(path: string): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of createReadStream(path)) yield v.parse(v.instance(Uint8Array), chunk)
}

/** The first bytes of a file. */
const readHead = async (path: string): Promise<Uint8Array> => {
  const file = await fs.open(path, 'r')
  try {
    const prefix = new Uint8Array(PREFIX)
    const { bytesRead } = await file.read(prefix, 0, PREFIX, 0)
    const header = new Uint8Array(
      Math.min(headerLength(prefix.subarray(0, bytesRead)), HEADER_LIMIT),
    )
    const read = await file.read(header, 0, header.length, PREFIX)
    return header.subarray(0, read.bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * The weights of LoRAs as `<root>/<SHA-256>.safetensors`, written aside first, so that a name always stands for a whole
 * file. They pass through in pieces: hundreds of megabytes are never in memory.
 */
export const createWeightsStore = (root: string): WeightsStore => {
  const incoming = join(root, 'incoming')
  mkdirSync(incoming, { recursive: true })
  // What a killed proxy left half-written.
  for (const name of readdirSync(incoming)) rmSync(join(incoming, name))
  const pathOf = (file: FileId) => join(root, `${file}.safetensors`)

  const write = async (path: string, chunks: AsyncIterable<Uint8Array>) => {
    const sum = createHash('sha256')
    let bytes = 0
    const file = await fs.open(path, 'wx')
    try {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > WEIGHTS_LIMIT) throw new AppError('payload_too_large', LARGE)
        sum.update(chunk)
        await file.writeFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { bytes, file: v.parse(FileId, sum.digest('hex')) }
  }

  return {
    keep: async (chunks) => {
      const temporary = join(incoming, randomUUID())
      try {
        const { bytes, file } = await write(temporary, chunks)
        const header = readLoraHeader(await readHead(temporary))
        if (header.bytes !== bytes) throw new AppError('invalid_request', CUT)
        await fs.rename(temporary, pathOf(file))
        await syncFolder(fs, root)
        return { file, bytes, rank: header.rank }
      } catch (error) {
        throw toStorageError(error)
      } finally {
        await fs.rm(temporary, { force: true })
      }
    },
    has: async (file) => (await fs.stat(pathOf(file)).catch(() => null)) !== null,
    open: async (file) => {
      try {
        const { size } = await fs.stat(pathOf(file))
        return { bytes: size, chunks: () => readChunks(pathOf(file)) }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}
