import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import type { CheckResult } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { FileId } from '../../../shared/ids.ts'
import type { Clock } from '../../clock.ts'
import type { LookTask } from './look-messages.ts'
import { LookAnswer } from './look-messages.ts'
import type { Look } from './pixels/look.ts'
import type { CheckInput } from './rules/check.ts'

/** Without work for so long, the thread ends, and with it what it holds. Milliseconds. */
const IDLE = 60_000
const THREAD = new URL('./look-thread.ts', import.meta.url)
/** In MB: the prints of a thousand pieces are held, each with its mirror image. */
const HEAP = 512

export type FoundLike = {
  readonly file: FileId
  readonly kind: 'same' | 'alike'
  readonly mirrored: boolean
}

type PrintOf = (file: FileId) => Uint8Array<ArrayBuffer> | null

/** Looks at pictures in a thread of its own, so that the proxy answers meanwhile. Rejects when it stops. */
export type Looker = {
  /** Null for a picture that cannot be read. `print` is what `findLike` compares; keep it as it is. */
  look: (
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<{ look: Look; print: Uint8Array<ArrayBuffer> } | null>
  /** Those of `others` that are the same picture as `file`, or hardly another one; `printOf` is asked once for each. */
  findLike: (file: FileId, others: readonly FileId[], printOf: PrintOf) => Promise<FoundLike[]>
  /** Runs all rules over what is known. */
  check: (input: CheckInput) => Promise<CheckResult[]>
  stop: () => Promise<void>
}

type Asked = { readonly resolve: (answer: LookAnswer) => void; readonly reject: (e: Error) => void }
type Task<T = LookTask> = T extends LookTask ? Omit<T, 'id'> : never

const stopped = (): AppError =>
  new AppError('interrupted', 'The checks were stopped. Ask for them again.')

export const createLooker = (clock: Pick<Clock, 'after'>): Looker => {
  let thread: { readonly worker: Worker; readonly held: Set<FileId> } | null = null
  const asked = new Map<number, Asked>()
  let last = 0
  let isStopped = false
  let callOff = () => {}

  const end = (): Promise<unknown> => {
    const ending = thread?.worker.terminate()
    thread = null
    for (const { reject } of asked.values()) reject(stopped())
    asked.clear()
    return Promise.resolve(ending)
  }

  const open = () => {
    const worker = new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: HEAP } })
    worker.unref()
    const opened = { worker, held: new Set<FileId>() }
    worker.on('message', (message: unknown) => {
      const answer = v.parse(LookAnswer, message)
      asked.get(answer.id)?.resolve(answer)
      asked.delete(answer.id)
      if (asked.size === 0) callOff = clock.after(IDLE, () => void end())
    })
    // It ran out of memory, or broke: whoever asked is told, and the next one gets a new thread.
    worker.on('error', () => {
      if (thread === opened) void end()
    })
    return opened
  }

  const ask = (task: Task): Promise<LookAnswer> => {
    if (isStopped) return Promise.reject(stopped())
    callOff()
    thread ??= open()
    const { worker } = thread
    last += 1
    const id = last
    return new Promise((resolve, reject) => {
      asked.set(id, { resolve, reject })
      worker.postMessage({ ...task, id })
    })
  }

  const hold = async (file: FileId, printOf: PrintOf): Promise<void> => {
    if (thread?.held.has(file) === true) return
    const print = printOf(file)
    if (print === null) return
    await ask({ type: 'hold', key: file, print })
    thread?.held.add(file)
  }

  return {
    look: async (bytes) => {
      const answer = await ask({ type: 'look', bytes })
      return answer.type === 'looked' ? { look: answer.look, print: answer.print } : null
    },
    findLike: async (file, others, printOf) => {
      for (const one of [file, ...others]) await hold(one, printOf)
      const answer = await ask({ type: 'compare', key: file, others: [...others] })
      if (answer.type !== 'compared') return []
      const byKey = new Map<string, FileId>(others.map((other) => [other, other]))
      return answer.alike.flatMap(({ key, ...found }) => {
        const other = byKey.get(key)
        return other === undefined ? [] : [{ file: other, ...found }]
      })
    },
    check: async (input) => {
      const answer = await ask({ type: 'check', input })
      return answer.type === 'checked' ? answer.results : []
    },
    stop: async () => {
      isStopped = true
      callOff()
      await end()
    },
  }
}
