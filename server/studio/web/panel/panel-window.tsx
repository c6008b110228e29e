import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CloseIcon } from '../bar/icons.tsx'
import type { Studio } from '../create-studio.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { openSandbox } from './open-sandbox.ts'
import type { Sandbox } from './open-sandbox.ts'
import { panelDocument } from './panel-document.ts'
import type { Panel } from './plugin-session.ts'
import { themeCss } from './theme-css.ts'

/** Screen pixels from the right and the top edge of the canvas. */
type Corner = { readonly right: number; readonly top: number }

const MARGIN = 16
const DOCKED: Corner = { right: MARGIN, top: MARGIN }
const TITLE_BAR = 40

/** Keeps the title bar within reach. */
const withinReach = ({ right, top }: Corner, width: number): Corner => ({
  right: Math.max(MARGIN - width + 80, Math.min(right, window.innerWidth - 80)),
  top: Math.max(0, Math.min(top, window.innerHeight - 120)),
})

/** The frames of one run of the plugin. */
const PanelFrames = ({ studio, panel }: { studio: Studio; panel: Panel }) => {
  const wrapper = useRef<HTMLIFrameElement>(null)
  const sandbox = useSignal<Sandbox | null>(null)
  useSignalEffect(() => sandbox.value?.setTheme(studio.themes.theme.value))
  useEffect(() => {
    let stopListening: () => void = () => undefined
    const open = async () => {
      if (wrapper.current === null) return
      const opened = await openSandbox({
        wrapper: wrapper.current,
        document: panelDocument(panel.html, studio.themes.theme.peek(), themeCss),
        policy: contentSecurityPolicy(studio.manifest.networkAccess),
        title: studio.manifest.name,
        onMessage: studio.session.receive,
      })
      sandbox.value = opened
      stopListening = studio.session.listen(opened.send)
      opened.focus()
    }
    const onLoad = () => void open()
    wrapper.current?.addEventListener('load', onLoad, { once: true })
    return () => {
      stopListening()
      sandbox.value?.close()
    }
  }, [])
  return <iframe ref={wrapper} src="sandbox.html" title={studio.manifest.name} allow="" />
}

/** The plugin's window, floating over the canvas as in Figma. */
export const PanelWindow = ({ studio }: { studio: Studio }) => {
  const { session } = studio
  const corner = useSignal(DOCKED)
  const grip = useSignal<{ readonly x: number; readonly y: number } | null>(null)
  const panel = session.panel.value
  const { width, height } = session.size.value
  const isShown = panel !== null && session.visible.value
  useSignalEffect(() => {
    const { right } = corner.value
    const isOpen = session.panel.value !== null && session.visible.value
    studio.covered.value =
      isOpen && right <= 2 * MARGIN ? session.size.value.width + right + MARGIN : 0
  })
  if (panel === null) return null

  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
    grip.value = {
      x: event.clientX + corner.value.right,
      y: event.clientY - corner.value.top,
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (grip.value === null) return
    const right = grip.value.x - event.clientX
    const top = event.clientY - grip.value.y
    corner.value = withinReach({ right, top }, width)
  }
  const onPointerUp = () => {
    grip.value = null
  }

  return (
    <section
      class="panel"
      aria-label={panel.options.title}
      hidden={!isShown}
      style={{
        right: `${corner.value.right}px`,
        top: `${corner.value.top}px`,
        width: `${width}px`,
        height: `${height + TITLE_BAR}px`,
      }}
    >
      <header
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        <span>{panel.options.title}</span>
        <button
          type="button"
          class="icon-button"
          title="Close the panel"
          aria-label="Close the panel"
          onClick={session.close}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="frames">
        <PanelFrames key={panel.run} studio={studio} panel={panel} />
      </div>
    </section>
  )
}
