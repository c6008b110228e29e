import type { Port } from '../../shared/rpc.ts'

/** The main thread's end of the channel to the panel. After the plugin was closed, messages go nowhere. */
export const createFigmaPort = (): Port => {
  let isOpen = true
  figma.on('close', () => {
    isOpen = false
  })
  return {
    send: (message) => {
      if (isOpen) figma.ui.postMessage(message)
    },
    listen: (listener) => {
      const hear = (message: unknown): void => listener(message)
      figma.ui.on('message', hear)
      return () => figma.ui.off('message', hear)
    },
  }
}
