import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TrainingId } from '../../shared/ids.ts'
import type { TrainingRequest } from '../../shared/training-request.ts'
import type { Freezer } from '../datasets/freezer.ts'
import { toStorageError } from '../db/storage-error.ts'

/** Writes the ZIP of a training's dataset version to the disk, from where it is sent. Throws AppError. */
export type WriteArchive = (
  id: TrainingId,
  request: Pick<TrainingRequest, 'dataset' | 'datasetVersion'>,
) => Promise<{ readonly path: string; readonly name: string }>

/** In a folder of its own, which is emptied when the proxy starts: a ZIP can be written again. */
export const createWriteArchive = (
  folder: string,
  freezer: Pick<Freezer, 'archive'>,
): WriteArchive => {
  const emptied = rm(folder, { recursive: true, force: true })
  return async (id, { dataset, datasetVersion }) => {
    const { name, chunks } = await freezer.archive(dataset, datasetVersion, null)
    const path = join(folder, `${id}.zip`)
    try {
      await emptied
      await mkdir(folder, { recursive: true })
      await pipeline(Readable.from(chunks()), createWriteStream(path))
      return { path, name }
    } catch (error) {
      await rm(path, { force: true })
      throw toStorageError(error)
    }
  }
}
