import type { InsideFunction } from './reference.ts'

/** The callbacks of one object, by event; Node's conventions (plugin-api.d.ts, line 513). */
export type Emitter = {
  on: (type: string, callback: InsideFunction) => void
  once: (type: string, callback: InsideFunction) => void
  off: (type: string, callback: InsideFunction) => void
  emit: (type: string, ...values: unknown[]) => void
}

/** `call` runs one callback, so that one that throws does not keep the event from the others. */
export const createEmitter = (call: (work: () => void) => void): Emitter => {
  let entries: { type: string; callback: InsideFunction; once: boolean }[] = []
  return {
    on: (type, callback) => void entries.push({ type, callback, once: false }),
    once: (type, callback) => void entries.push({ type, callback, once: true }),
    off: (type, callback) => {
      entries = entries.filter((entry) => entry.type !== type || entry.callback !== callback)
    },
    emit: (type, ...values) => {
      const called = entries.filter((entry) => entry.type === type)
      entries = entries.filter((entry) => !(entry.once && entry.type === type))
      for (const { callback } of called) call(() => void callback(...values))
    },
  }
}
