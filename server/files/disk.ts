import type * as fs from 'node:fs/promises'

/** The steps of the disk that a stored file takes; a test lets each of them fail. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'rm' | 'readFile'> & {
  readonly mkdir: (path: string, options: { recursive: true }) => Promise<unknown>
}

/** Whole and on the disk itself when it resolves. */
export const writeSynced = async (disk: Disk, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await disk.open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name in a folder is safe only once the folder itself is on the disk (fsync(2)). */
export const syncFolder = async (disk: Disk, path: string): Promise<void> => {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await disk.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
