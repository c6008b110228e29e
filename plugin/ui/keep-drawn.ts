import { effect } from '@preact/signals-core'

/**
 * Draws now, and again whenever a signal that was read in drawing has changed: once for all changes of a moment, and
 * after the work that made them. Everything that is drawn therefore comes from signals.
 */
export const keepDrawn = (draw: () => void): void => {
  let isDrawn = false
  const stop = effect(() => {
    if (!isDrawn) draw()
    else
      queueMicrotask(() => {
        stop()
        keepDrawn(draw)
      })
    isDrawn = true
  })
}
