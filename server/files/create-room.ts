import { statfs } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log.ts'

const MB = 1024 * 1024
/** Below this the log warns, and below that nothing new is begun: a press can make four pictures of 20 MB. */
const SHORT = 1024 * MB
const FULL = 100 * MB

const NO_ROOM =
  'The disk of the proxy is full. Nothing was started or charged. Make room on it, then try again.'

/** Bytes that the disk of a folder has left for us. */
export const freeBytesOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export type Room = {
  /** Throws AppError `storage_full` when pictures wait for room already, or when there is next to none. */
  require: () => Promise<void>
  /** Warns in the log when it gets short. */
  freeBytes: () => Promise<number>
  /** Something could not be written and tries again. */
  wait: (key: string) => void
  /** True when it had to wait. */
  leave: (key: string) => boolean
}

/** Whether there is room on the disk for what comes next. */
export const createRoom = (measure: () => Promise<number>, log: Log): Room => {
  const waiting = new Set<string>()
  let isShort = false
  const freeBytes = async (): Promise<number> => {
    const free = await measure()
    if (free < SHORT && !isShort) log.warn({ freeBytes: free }, 'The disk is getting full')
    isShort = free < SHORT
    return free
  }
  return {
    require: async () => {
      if (waiting.size > 0 || (await freeBytes()) < FULL)
        throw new AppError('storage_full', NO_ROOM)
    },
    freeBytes,
    wait: (key) => {
      waiting.add(key)
    },
    leave: (key) => waiting.delete(key),
  }
}
