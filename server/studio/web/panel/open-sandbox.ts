import type { Theme } from '../theme.ts'

export type Sandbox = {
  readonly send: (pluginMessage: unknown) => void
  readonly setTheme: (theme: Theme) => void
  readonly focus: () => void
  readonly close: () => void
}

type Options = {
  /** A frame that shows `sandbox.html`, loaded: its own policy is loose, so that the inner one is Figma's. */
  readonly wrapper: HTMLIFrameElement
  readonly document: string
  readonly policy: string | null
  readonly title: string
  readonly onMessage: (pluginMessage: unknown) => void
}

/**
 * Runs in the blank frame: a panel may check that a message comes from its parent, and what it sends must be made of
 * the studio's own arrays, not of this frame's.
 */
const PASS_ON = `addEventListener('message', (event) => {
  if (event.source === top) frames[0].postMessage(event.data, '*')
  if (event.source === frames[0]) top.postMessage(event.data, origin)
})`

const toBase64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const addFrame = (owner: Document): HTMLIFrameElement => {
  const frame = owner.createElement('iframe')
  frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0'
  return frame
}

/**
 * The panel as Figma nests it: a same-origin wrapper, in it a blank frame that carries the policy, in that a `data:`
 * frame, which inherits the policy, has the origin `null` and is not a secure context. A sandboxed `srcdoc` frame
 * would be one, and would hide a missing `crypto.subtle`.
 */
export const openSandbox = async (options: Options): Promise<Sandbox> => {
  const outer = options.wrapper.contentDocument
  if (outer === null) throw new Error('The wrapper of the panel did not load.')
  const blank = addFrame(outer)
  const blankLoaded = new Promise((resolve) =>
    blank.addEventListener('load', resolve, { once: true }),
  )
  outer.body.append(blank)
  await blankLoaded
  const inner = blank.contentDocument
  const parent = blank.contentWindow
  if (inner === null || parent === null) throw new Error('The frame of the panel did not open.')
  if (options.policy !== null) {
    const meta = inner.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = options.policy
    inner.head.append(meta)
  }
  const passOn = inner.createElement('script')
  passOn.textContent = PASS_ON
  inner.head.append(passOn)
  const panel = addFrame(inner)
  panel.title = options.title
  const hear = ({ data, source }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== 'object' || data === null) return
    if ('pluginMessage' in data) options.onMessage(data.pluginMessage)
  }
  window.addEventListener('message', hear)
  const loaded = new Promise((resolve) => panel.addEventListener('load', resolve, { once: true }))
  panel.src = `data:text/html;base64,${toBase64(options.document)}`
  inner.body.append(panel)
  const send = async (message: unknown) => {
    await loaded
    parent.postMessage(message, location.origin)
  }
  return {
    send: (pluginMessage) => void send({ pluginMessage }),
    setTheme: (studioTheme) => void send({ studioTheme }),
    focus: () => panel.focus(),
    close: () => window.removeEventListener('message', hear),
  }
}
