import { useComputed, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Studio } from '../create-studio.ts'
import { NodeView } from './node-view.tsx'
import { FrameNames, Marquee, Selection } from './overlay.tsx'
import { useCanvasInput } from './use-canvas-input.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useViewSize } from './use-view-size.ts'
import { useImageCleanup } from './use-image-cleanup.ts'

/** Moved nodes are drawn where the hand has them; the document hears of it when the hand lets go. */
const Nodes = ({ studio }: { studio: Studio }) => {
  const gesture = studio.gestures.current.value
  const moved = gesture.type === 'move' && gesture.started ? gesture : null
  return (
    <>
      {studio.scene.value.nodes.map((item) => (
        <NodeView key={item.id} item={item} images={studio.images} moved={moved} />
      ))}
    </>
  )
}

const Overlay = ({ studio }: { studio: Studio }) => {
  const gesture = studio.gestures.current.value
  const isMoving = gesture.type === 'move' && gesture.started
  return (
    <>
      {!isMoving && <FrameNames studio={studio} />}
      {!isMoving && <Selection studio={studio} />}
      <Marquee studio={studio} />
    </>
  )
}

/** The canvas: the page drawn as elements, under one transform that is the viewport. */
export const CanvasView = ({ studio }: { studio: Studio }) => {
  const element = useRef<HTMLDivElement>(null)
  const isHandTool = useSignal(false)
  const isDropTarget = useSignal(false)
  useViewSize(studio, element)
  useImageCleanup(studio)
  useShortcuts(studio, isHandTool)
  const input = useCanvasInput(studio, element, { isHandTool, isDropTarget })
  const world = useComputed(() => {
    const { x, y, zoom, width, height } = studio.viewport.value
    const left = Math.round(width / 2 - x * zoom)
    const top = Math.round(height / 2 - y * zoom)
    return `transform:translate(${left}px,${top}px) scale(${zoom});--zoom:${zoom}`
  })
  const classes = useComputed(() => {
    const isPanning = studio.gestures.current.value.type === 'pan'
    return [
      'canvas',
      isHandTool.value && 'hand',
      isPanning && 'panning',
      isDropTarget.value && 'drop-target',
    ]
      .filter(Boolean)
      .join(' ')
  })
  return (
    <div
      ref={element}
      class={classes}
      tabIndex={0}
      role="application"
      aria-label="Canvas. N selects the next frame, arrow keys move it, Delete removes it."
      {...input}
    >
      <div class="world" style={world}>
        <Nodes studio={studio} />
        <Overlay studio={studio} />
      </div>
    </div>
  )
}
