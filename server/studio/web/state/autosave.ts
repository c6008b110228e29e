import type { Timers } from '../../host/plugin-run.ts'

export type Autosave = {
  /** Something changed. */
  readonly touch: () => void
  /** Keeps what is not kept yet, now: the page may be about to go. */
  readonly flush: () => Promise<void>
  /** Nothing is kept from here on: another tab has the document. */
  readonly stop: () => void
}

type Options = {
  readonly save: () => Promise<void>
  readonly timers: Timers
  readonly onError: (error: unknown) => void
}

/** A change may wait this long for the next one, in milliseconds. */
const DELAY = 300

/** Keeps changes soon after they happen. */
export const createAutosave = ({ save, timers, onError }: Options): Autosave => {
  let timer: unknown = null
  let stopped = false

  const flush = async (): Promise<void> => {
    if (timer === null || stopped) return
    timers.clearTimeout(timer)
    timer = null
    try {
      await save()
    } catch (error) {
      onError(error)
    }
  }
  const touch = () => {
    timer ??= timers.setTimeout(() => void flush(), DELAY)
  }
  const stop = () => {
    stopped = true
  }
  return { touch, flush, stop }
}
