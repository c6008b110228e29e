import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import { wait } from '../wait.ts'

/** Milliseconds. */
const FIRST_DELAY = 1_000
const LONGEST_DELAY = 60_000

type Options = {
  readonly clock: Clock
  /** Ends the waiting; the write then rejects with `storage_full`. */
  readonly signal: AbortSignal
  readonly onFull: () => void
}

/** Writes, and waits while the disk is full: what an engine made or knows must not be lost for want of room. */
export const patientWrite = async <T>(
  write: () => T | Promise<T>,
  { clock, signal, onFull }: Options,
): Promise<T> => {
  for (let delay = FIRST_DELAY; ; delay = Math.min(2 * delay, LONGEST_DELAY)) {
    try {
      return await write()
    } catch (error) {
      const isFull = error instanceof AppError && error.code === 'storage_full'
      if (!isFull || signal.aborted) throw error
      onFull()
      await wait(clock, delay, signal)
    }
  }
}
