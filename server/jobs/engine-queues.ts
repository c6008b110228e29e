import PQueue from 'p-queue'
import type { EngineId } from '../../shared/generate-request.ts'
import type { Engines } from '../engines/registry.ts'

/** The pictures of each engine wait in a line of their own, so that a slow engine holds up nobody else's. */
export type EngineQueues = {
  /** Work of a higher priority comes first; 0 unless told. */
  add: (engine: EngineId, work: () => Promise<void>, priority?: number) => void
  /** Begins nothing any more, and forgets what waits. */
  close: () => void
  /** Resolves when nothing runs. */
  idle: () => Promise<void>
}

export const createEngineQueues = (engines: Engines): EngineQueues => {
  const queues = new Map<EngineId, PQueue>()
  let isClosed = false
  const queueOf = (engine: EngineId): PQueue => {
    const known = queues.get(engine)
    if (known !== undefined) return known
    const queue = new PQueue({ concurrency: engines.atOnce(engine) })
    queues.set(engine, queue)
    return queue
  }
  return {
    add: (engine, work, priority = 0) => {
      if (!isClosed) void queueOf(engine).add(work, { priority })
    },
    close: () => {
      isClosed = true
      queues.forEach((queue) => queue.clear())
    },
    idle: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.onPendingZero()))
    },
  }
}
