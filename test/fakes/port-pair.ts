import type { Port } from '../../shared/rpc.ts'

/** Two ends of one channel in memory. Messages are cloned and arrive later, as between Figma's two threads. */
export const createPortPair = (): [Port, Port] => {
  const listeners: [Set<(message: unknown) => void>, Set<(message: unknown) => void>] = [
    new Set(),
    new Set(),
  ]
  const end = (mine: 0 | 1, other: 0 | 1): Port => ({
    send: (message) => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of [...listeners[other]]) listener(copy)
      })
    },
    listen: (listener) => {
      listeners[mine].add(listener)
      return () => listeners[mine].delete(listener)
    },
  })
  return [end(0, 1), end(1, 0)]
}
