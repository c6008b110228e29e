import { once } from 'node:events'
import { AppError } from '../../../../shared/errors.ts'

/** A shared promise for one who may stop waiting. Throws AppError `canceled` when the signal aborts first. */
export const untilAborted = async <T>(shared: Promise<T>, signal: AbortSignal): Promise<T> => {
  const settled = new AbortController()
  const aborted = signal.aborted
    ? Promise.resolve()
    : once(signal, 'abort', { signal: settled.signal })
  const stop = aborted.then((): never => {
    throw new AppError('canceled', 'Canceled before it began. Nothing was charged.')
  })
  try {
    return await Promise.race([shared, stop])
  } finally {
    settled.abort()
  }
}
