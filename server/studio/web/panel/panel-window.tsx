import { useSignal } from '@preact/signals'
import { CloseIcon } from '../bar/icons.tsx'
import type { Point } from '../canvas/rectangle.ts'
import type { Studio } from '../create-studio.ts'
import { PanelFrames } from './panel-frames.tsx'
import { usePanelPlace } from './use-panel-place.ts'

const TITLE_BAR = 40

/** The plugin's window, floating over the canvas as in Figma. */
export const PanelWindow = ({ studio }: { studio: Studio }) => {
  const { session } = studio
  const [place, move] = usePanelPlace(studio)
  const grip = useSignal<Point | null>(null)
  const panel = session.panel.value
  const { width, height } = session.size.value
  if (panel === null) return null

  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
    grip.value = { x: event.clientX - place.value.x, y: event.clientY - place.value.y }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (grip.value === null) return
    move({ x: event.clientX - grip.value.x, y: event.clientY - grip.value.y })
  }
  const onPointerUp = () => {
    grip.value = null
  }

  return (
    <section
      class="panel"
      aria-label={panel.options.title}
      hidden={!session.visible.value}
      style={{
        left: `${place.value.x}px`,
        top: `${place.value.y}px`,
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
