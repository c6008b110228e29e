import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import { FileId } from '../../shared/ids.ts'
import { isMissing } from '../files/is-missing.ts'

export type ListedWeights = { readonly id: FileId; readonly path: string; readonly bytes: number }

/** Every whole file of a store of weights; a folder that is not there holds none. */
export const listWeights = async (root: string): Promise<ListedWeights[]> => {
  const names = await readdir(root).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const listed = names.sort().map(async (name): Promise<ListedWeights[]> => {
    const id = v.safeParse(FileId, /^(.*)\.safetensors$/.exec(name)?.[1])
    const path = join(root, name)
    return id.success ? [{ id: id.output, path, bytes: (await stat(path)).size }] : []
  })
  return (await Promise.all(listed)).flat()
}

/** The SHA-256 of a file, in hex. */
export const hashFile = async (path: string): Promise<string> => {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  return sum.digest('hex')
}
