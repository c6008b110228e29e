import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { FileUse } from './file-store.ts'
import { listFiles } from './list-files.ts'

/**
 * How much a disk store holds: counted once, when somebody first asks, and kept up from then on. What comes while it is
 * counted may be counted twice; the next start knows better.
 */
export const createFileCount = (root: string, log: Log) => {
  let use: FileUse | null = null
  let isCounting = false

  const count = async (): Promise<void> => {
    let files = 0
    let bytes = 0
    try {
      for await (const file of listFiles(root)) {
        files += 1
        bytes += file.bytes
      }
      use = { files, bytes }
    } catch (error) {
      log.warn({ error: describeError(error) }, 'The stored files could not be counted')
    } finally {
      isCounting = false
    }
  }
  const change = (files: number, bytes: number): void => {
    if (use !== null) use = { files: use.files + files, bytes: use.bytes + bytes }
  }

  return {
    get: (): FileUse | null => {
      if (use === null && !isCounting) {
        isCounting = true
        void count()
      }
      return use
    },
    add: (bytes: number) => change(1, bytes),
    subtract: (bytes: number) => change(-1, -bytes),
  }
}
