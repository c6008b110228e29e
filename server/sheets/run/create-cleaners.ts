import { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../clock.ts'
import type { FoundText } from '../../datasets/checks/text-detector.ts'
import { createCodeHold } from '../../hold-code.ts'
import type { ReaderName } from '../read/readers.ts'
import { TESSERACT_CODE } from '../read/tesseract-code.ts'
import type { EncodedSheet } from './encode-sheet.ts'
import type {
  CleanRequest,
  CleanerMessage,
  CleanerOrder,
  CleanerResult,
  CleanerTask,
} from './messages.ts'

/** Milliseconds: the longest that one page may take, and how long a thread without work is kept. */
const LONGEST = 180_000
const IDLE = 60_000
/** Milliseconds in which a thread goes by itself. One that takes longer is caught in code of ours. */
const GRACE = 10_000

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
  /** Finds words in a picture, when no page waits to be cleaned. Rejects in the same way. */
  read: (
    reader: ReaderName,
    picture: Uint8Array,
    signal: AbortSignal,
  ) => Promise<readonly FoundText[]>
  close: () => Promise<void>
}

type Thread = {
  readonly worker: Worker
  readonly gone: Promise<void>
  callOff: () => void
}

/** Threads that clean pages, `size` at a time; they are started when they are needed and go when they are not. */
export const createCleaners = (size: number, clock: Pick<Clock, 'after'>): Cleaners => {
  const holdTesseract = createCodeHold(TESSERACT_CODE.wasm)
  const queue = new PQueue({ concurrency: size })
  const idle: Thread[] = []
  const all = new Set<Thread>()

  const end = async (thread: Thread): Promise<void> => {
    all.delete(thread)
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
    thread.callOff()
    // Never at once: the whole proxy breaks when a thread ends in the middle of its models' work (onnxruntime-node).
    const order: CleanerOrder = { type: 'end' }
    thread.worker.postMessage(order)
    const callOff = clock.after(GRACE, () => void thread.worker.terminate())
    await thread.gone
    callOff()
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
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    const thread: Thread = { worker, gone, callOff: () => undefined }
    // One that breaks while nobody waits for it is only gone.
    worker.on('error', () => void end(thread))
    all.add(thread)
    return thread
  }

  const rest = (thread: Thread): void => {
    idle.push(thread)
    thread.callOff = clock.after(IDLE, () => void end(thread))
  }

  const work = async (
    task: CleanerTask,
    onProgress: (fraction: number, note: string) => void,
    signal: AbortSignal,
  ): Promise<CleanerResult> => {
    if (signal.aborted) throw new AppError('canceled', 'Cleaning was stopped.')
    const thread = take()
    const { worker } = thread
    let settle = () => {}
    try {
      const result = await new Promise<CleanerResult>((resolve, reject) => {
        const broken = () => reject(new AppError('internal', BROKEN))
        const stop = () => reject(new AppError('canceled', 'Cleaning was stopped.'))
        const callOff = clock.after(LONGEST, () => reject(new AppError('timeout', TOO_LONG)))
        const hear = (message: CleanerMessage) => {
          if (message.type === 'progress') return onProgress(message.fraction, message.note)
          if (message.type !== 'failed') return resolve(message)
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
        worker.postMessage(task)
      })
      rest(thread)
      return result
    } catch (error) {
      // Whatever it was doing is over with it.
      await end(thread)
      throw error
    } finally {
      settle()
    }
  }

  return {
    clean: async (request, onProgress, signal) => {
      const task = { type: 'clean', ...request } as const
      const done = await queue.add(() => work(task, onProgress, signal), { priority: 1 })
      if (done.type !== 'cleaned') throw new AppError('internal', BROKEN)
      return done.sheet
    },
    read: async (reader, bytes, signal) => {
      const task = { type: 'read', reader, bytes } as const
      const reading = queue.add(() => work(task, () => undefined, signal))
      const [done] = await Promise.all([reading, reader === 'tesseract-7' && holdTesseract()])
      if (done.type !== 'read') throw new AppError('internal', BROKEN)
      return done.texts
    },
    close: async () => {
      queue.clear()
      await Promise.all([...all].map(end))
    },
  }
}
