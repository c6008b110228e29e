import type { Script, ScriptedCanvas } from '../../../fakes/scripted-canvas.ts'
import { createScriptedCanvas } from '../../../fakes/scripted-canvas.ts'

declare global {
  /** What a test says and sees through the page. */
  var canvas: ScriptedCanvas
  var openPanel: (document: string, script: Script) => void
}

/** Puts the panel into a `data:` frame, as Figma does, with a scripted canvas at the other end. */
globalThis.openPanel = (panelDocument, script) => {
  const frame = document.createElement('iframe')
  frame.title = 'Panel'
  window.document.body.replaceChildren(frame)
  globalThis.canvas = createScriptedCanvas(
    {
      send: (message) => frame.contentWindow?.postMessage({ pluginMessage: message }, '*'),
      listen: (listener) => {
        const hear = (event: MessageEvent<{ pluginMessage: unknown }>) => {
          if (event.source === frame.contentWindow) listener(event.data.pluginMessage)
        }
        window.addEventListener('message', hear)
        return () => window.removeEventListener('message', hear)
      },
    },
    script,
  )
  frame.src = `data:text/html;charset=utf-8,${encodeURIComponent(panelDocument)}`
}
