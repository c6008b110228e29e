import type { Clock } from './clock.ts'

/** Aborts `ms` milliseconds after `signal` does: what is under way may end until then. Call it off when it has. */
export const abortLater = (
  signal: AbortSignal,
  ms: number,
  clock: Clock,
): { readonly signal: AbortSignal; readonly callOff: () => void } => {
  const later = new AbortController()
  let callOffTimer = () => {}
  const start = (): void => {
    callOffTimer = clock.after(ms, () => later.abort())
  }
  if (signal.aborted) later.abort()
  else signal.addEventListener('abort', start)
  return {
    signal: later.signal,
    callOff: () => {
      signal.removeEventListener('abort', start)
      callOffTimer()
    },
  }
}
