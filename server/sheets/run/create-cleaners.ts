import { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../clock.ts'
import type { EncodedSheet } from './encode-sheet.ts'
import type { CleanRequest, CleanerMessage } from './messages.ts'

/** Milliseconds: the longest that one page may take, and how long a thread without work is kept. */
const LONGEST = 180_000
const IDLE = 60_000

const BROKEN =
  'The proxy could not clean this page: something broke. Nothing was charged. Try again.'
const TOO_LONG =
  'Cleaning this page took too long and was stopped. Nothing was charged. Try a smaller picture of it.'

export type Cleaners = {
  /**
   * Cleans a page in a thread of its own. Rejects with an AppError: `canceled` once the signal aborts, `timeout`,
   * `internal` when the thread breaks, or what the page itself is refused for.
   */
  clean: (
    request: CleanRequest,
    onProgress: (fraction: number, note: string) => void,
    signal: AbortSignal,
  ) => Promise<EncodedSheet>
  close: () => Promise<void>
}

type Thread = { readonly worker: Worker; callOff: () => void }

/** Threads that clean pages, `size` at a time; they are started when they are needed and go when they are not. */
export const createCleaners = (size: number, clock: Pick<Clock, 'after'>): Cleaners => {
  const queue = new PQueue({ concurrency: size })
  const idle: Thread[] = []
  const all = new Set<Thread>()

  const end = async (thread: Thread): Promise<void> => {
    all.delete(thread)
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
    thread.callOff()
    await thread.worker.terminate()
  }

  const take = (): Thread => {
    const kept = idle.pop()
    if (kept !== undefined) {
      kept.callOff()
      return kept
    }
    const worker = new Worker(new URL('./cleaner-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const thread: Thread = { worker, callOff: () => undefined }
    // One that breaks while nobody waits for it is only gone.
    worker.on('error', () => void end(thread))
    all.add(thread)
    return thread
  }

  const rest = (thread: Thread): void => {
    idle.push(thread)
    thread.callOff = clock.after(IDLE, () => void end(thread))
  }

  const work = async (...[request, onProgress, signal]: Parameters<Cleaners['clean']>) => {
    if (signal.aborted) throw new AppError('canceled', 'Cleaning was stopped.')
    const thread = take()
    const { worker } = thread
    let settle = () => {}
    try {
      const sheet = await new Promise<EncodedSheet>((resolve, reject) => {
        const broken = () => reject(new AppError('internal', BROKEN))
        const stop = () => reject(new AppError('canceled', 'Cleaning was stopped.'))
        const callOff = clock.after(LONGEST, () => reject(new AppError('timeout', TOO_LONG)))
        const hear = (message: CleanerMessage) => {
          if (message.type === 'progress') return onProgress(message.fraction, message.note)
          if (message.type === 'done') return resolve(message.sheet)
          if (message.error === null) return broken()
          reject(new AppError(message.error.code, message.error.message))
        }
        settle = () => {
          callOff()
          signal.removeEventListener('abort', stop)
          worker.off('error', broken).off('exit', broken).off('message', hear)
        }
        signal.addEventListener('abort', stop)
        worker.on('error', broken).on('exit', broken).on('message', hear)
        worker.postMessage(request)
      })
      rest(thread)
      return sheet
    } catch (error) {
      // Whatever it was doing is over with it.
      await end(thread)
      throw error
    } finally {
      settle()
    }
  }

  return {
    clean: (...request) => queue.add(() => work(...request)),
    close: async () => {
      queue.clear()
      await Promise.all([...all].map(end))
    },
  }
}
