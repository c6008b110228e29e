import type { Port } from '../../shared/rpc.ts'

const hasPluginMessage = (data: unknown): data is { readonly pluginMessage: unknown } =>
  typeof data === 'object' && data !== null && 'pluginMessage' in data

/**
 * The panel's end of the channel to the plugin's main thread (developers.figma.com: creating-ui). Only the window that
 * embeds the panel is heard: any other window may post here, too.
 */
export const createWindowPort = (window: Window): Port => ({
  send: (message) => window.parent.postMessage({ pluginMessage: message }, '*'),
  listen: (listener) => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source === window.parent && hasPluginMessage(event.data))
        listener(event.data.pluginMessage)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  },
})
