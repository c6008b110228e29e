import { effect } from '@preact/signals-core'

/** Waits for something that is read from signals: resolves once, with the first value that is there. */
export const firstValue = <T>(read: () => T | undefined): Promise<T> =>
  new Promise((resolve) => {
    let isThere = false
    const stop = effect(() => {
      const value = isThere ? undefined : read()
      if (value === undefined) return
      isThere = true
      resolve(value)
      queueMicrotask(() => stop())
    })
  })
