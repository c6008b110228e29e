const NAME = 'maquette-studio'

export type OneTab = {
  /** False when the document is open in another tab. `onLost` is called if a later tab takes it over. */
  readonly claim: (onLost: () => void) => Promise<boolean>
  /** Takes the document over from whichever tab has it. */
  readonly takeOver: (onLost: () => void) => Promise<boolean>
}

/** One document, one tab: two that save to the same place would undo each other's work. */
export const createOneTab = (locks: LockManager): OneTab => {
  /** The lock is ours until this tab closes or another one steals it; `got` hears whether we have it. */
  const request = (options: LockOptions, onLost: () => void): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let held = false
      const lock = locks.request(NAME, options, (granted) => {
        held = granted !== null
        resolve(held)
        return held ? new Promise<never>(() => undefined) : undefined
      })
      lock.catch((error: unknown) => {
        if (held) onLost()
        else reject(error instanceof Error ? error : new Error(String(error)))
      })
    })
  return {
    claim: (onLost) => request({ ifAvailable: true }, onLost),
    takeOver: (onLost) => request({ steal: true }, onLost),
  }
}
