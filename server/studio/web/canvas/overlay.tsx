import type { Studio } from '../create-studio.ts'
import { axesOf } from '../../host/document/transform.ts'
import { boxOf, turnStyle } from './item-geometry.ts'
import type { PlacedItem } from './placed-items.ts'
import type { Rectangle } from './rectangle.ts'

/** Lengths in canvas pixels for the style sheet, which divides what must keep its size on screen by the zoom. */
const place = ({ x, y, width, height }: Rectangle) => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${width}px`,
  height: `${height}px`,
})

const nameStyle = ({ x, y, width }: Rectangle) => ({
  left: `${x}px`,
  top: `${y}px`,
  '--w': width,
})

const NAMED = new Set(['FRAME', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'])

/** The names above the outermost frames. */
export const FrameNames = ({ studio }: { studio: Studio }) => {
  const { nodes, selection } = studio.scene.value
  return (
    <>
      {nodes
        .filter((node) => node.visible && NAMED.has(node.type))
        .map((node) => (
          <div
            key={node.id}
            class={selection.includes(node.id) ? 'frame-name selected' : 'frame-name'}
            data-name-of={node.id}
            aria-hidden
            style={nameStyle(boxOf(node))}
          >
            {node.name}
          </div>
        ))}
    </>
  )
}

const Outline = ({ placed: { item, transform } }: { placed: PlacedItem }) => {
  const [[, , x], [, , y]] = transform
  const at = place({ x, y, width: item.width, height: item.height })
  return <div class="outline" style={{ ...at, ...turnStyle({ axes: axesOf(transform) }) }} />
}

/** Outlines around what is selected, and its size below. */
export const Selection = ({ studio }: { studio: Studio }) => {
  const bounds = studio.selectedBounds.value
  const selected = studio.selected.value
  if (bounds === null) return null
  return (
    <div class="selection">
      {selected.map((placed) => (
        <Outline key={placed.item.id} placed={placed} />
      ))}
      {selected.length > 1 && <div class="outline around" style={place(bounds)} />}
      <div
        class="size"
        style={{ left: `${bounds.x + bounds.width / 2}px`, top: `${bounds.y + bounds.height}px` }}
      >
        {Math.round(bounds.width)} × {Math.round(bounds.height)}
      </div>
    </div>
  )
}

export const Marquee = ({ studio }: { studio: Studio }) => {
  const gesture = studio.gestures.current.value
  return gesture.type === 'marquee' ? <div class="marquee" style={place(gesture.area)} /> : null
}
