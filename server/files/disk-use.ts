import { statSync } from 'node:fs'
import type { Storage } from '../../shared/contract/index.ts'
import type { Room } from './create-room.ts'
import { listWeights } from '../weights/list-weights.ts'
import type { FileStore } from './file-store.ts'

type Options = {
  /** Its path. */
  readonly database: string
  readonly files: Pick<FileStore, 'use'>
  /** The folder of trained LoRAs. */
  readonly weights: string
  readonly room: Pick<Room, 'freeBytes'>
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** What the proxy keeps on its disk; null while its files are being counted. */
export const diskUse = async ({
  database,
  files,
  weights,
  room,
}: Options): Promise<Storage | null> => {
  const freeBytes = await room.freeBytes()
  const use = files.use()
  if (use === null) return null
  return {
    databaseBytes: sizeOf(database) + sizeOf(`${database}-wal`),
    fileBytes: use.bytes,
    files: use.files,
    weightBytes: (await listWeights(weights)).reduce((sum, { bytes }) => sum + bytes, 0),
    freeBytes,
  }
}
