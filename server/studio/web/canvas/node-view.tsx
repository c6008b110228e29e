import { applyTransform, invert, isUpright, transformBy } from '../../host/document/transform.ts'
import type { SceneItem, ScenePaint, SceneText } from '../../host/scene.ts'
import type { Point } from './rectangle.ts'
import type { ImageUrls } from './image-urls.ts'
import { cropBox, WHOLE } from './crop-box.ts'
import { turnStyle } from './item-geometry.ts'

type Props = {
  readonly item: SceneItem
  readonly images: ImageUrls
  /** What the hand is moving right now. */
  readonly moved: { readonly ids: readonly string[]; readonly by: Point } | null
}

const STILL: Point = { x: 0, y: 0 }

const color = (paint: Extract<ScenePaint, { type: 'solid' }>): string =>
  `rgb(${paint.r * 255} ${paint.g * 255} ${paint.b * 255} / ${paint.a})`

const Gradient = ({ paint }: { paint: Extract<ScenePaint, { type: 'gradient' }> }) => {
  const { shape, transform, stops, opacity } = paint
  const id = `gradient-${JSON.stringify(paint)}`.replace(/\W+/g, '-')
  const [[a, c, e], [b, d, f]] = invert(transform)
  const matrix = `matrix(${[a, b, c, d, e, f].join(' ')})`
  const colours = stops.map(({ at, r, g, b: blue, a: alpha }) => (
    <stop offset={at} stop-color={color({ type: 'solid', r, g, b: blue, a: alpha })} />
  ))
  return (
    <svg class="fill" viewBox="0 0 1 1" preserveAspectRatio="none" style={{ opacity }}>
      {shape === 'linear' ? (
        <linearGradient id={id} y1="0.5" y2="0.5" gradientTransform={matrix}>
          {colours}
        </linearGradient>
      ) : (
        <radialGradient id={id} gradientTransform={matrix}>
          {colours}
        </radialGradient>
      )}
      <rect width="1" height="1" fill={`url(#${id})`} />
    </svg>
  )
}

const Fill = ({ paint, images }: { paint: ScenePaint; images: ImageUrls }) => {
  if (paint.type === 'solid') return <div class="fill" style={{ background: color(paint) }} />
  if (paint.type === 'gradient') return <Gradient paint={paint} />
  const url = images.url(paint.hash)
  if (url === null) return null
  const { opacity, scaleMode } = paint
  if (scaleMode === 'TILE')
    return <div class="fill" style={{ opacity, backgroundImage: `url("${url}")` }} />
  const fit = { FILL: 'cover', FIT: 'contain', CROP: 'fill' }[scaleMode]
  const crop = scaleMode === 'CROP' ? cropBox(paint.transform) : WHOLE
  return (
    <div class="fill" style={{ opacity }}>
      <img src={url} alt="" draggable={false} style={{ objectFit: fit, ...crop }} />
    </div>
  )
}

const Strokes = ({ item }: { item: SceneItem }) => {
  const { width, height, strokeWeight: weight, dashPattern } = item
  const paints = item.strokes.filter((paint) => paint.type === 'solid')
  if (weight === 0 || paints.length === 0) return null
  const inset = weight / 2
  const round = item.type === 'ELLIPSE' ? Math.min(width, height) : item.cornerRadii[0]
  return (
    <svg class="strokes" width={width} height={height}>
      {paints.map((paint) => (
        <rect
          x={inset}
          y={inset}
          width={Math.max(0, width - weight)}
          height={Math.max(0, height - weight)}
          rx={Math.max(0, round - inset)}
          fill="none"
          stroke={color(paint)}
          stroke-width={weight}
          stroke-dasharray={dashPattern.join(' ')}
        />
      ))}
    </svg>
  )
}

/** Figma's text boxes keep their size: what does not fit runs over. */
const textStyle = (text: SceneText, color: string) => ({
  color,
  fontFamily: `"${text.fontFamily}", system-ui, sans-serif`,
  fontWeight: text.fontWeight,
  fontStyle: text.italic ? 'italic' : 'normal',
  fontSize: `${text.fontSize}px`,
  lineHeight: `${text.lineHeight}px`,
  textAlign: text.align === 'JUSTIFIED' ? 'justify' : text.align.toLowerCase(),
})

/** Text has no box to fill: its paint is the colour of its letters. */
const Text = ({ item, text }: { item: SceneItem; text: SceneText }) => {
  const paint = item.fills.find((fill) => fill.type === 'solid')
  return (
    <div class="text" style={textStyle(text, paint ? color(paint) : 'transparent')}>
      {text.characters}
    </div>
  )
}

const radius = (item: SceneItem): string =>
  item.type === 'ELLIPSE' ? '50%' : item.cornerRadii.map((corner) => `${corner}px`).join(' ')

/** A move on the page, for what is inside an item that is turned. */
const movedWithin = (moved: Props['moved'], { axes }: SceneItem): Props['moved'] => {
  if (moved === null || isUpright(axes)) return moved
  return { ...moved, by: applyTransform(invert(transformBy(axes, STILL)), moved.by) }
}

/** One node and all that is in it. */
export const NodeView = ({ item, images, moved }: Props) => {
  if (!item.visible) return null
  const by = moved?.ids.includes(item.id) === true ? moved.by : STILL
  return (
    <div
      class={item.locked ? 'node locked' : 'node'}
      data-node={item.id}
      role="img"
      aria-label={item.name}
      style={{
        left: `${item.x + by.x}px`,
        top: `${item.y + by.y}px`,
        width: `${item.width}px`,
        height: `${item.height}px`,
        ...turnStyle(item),
        opacity: item.opacity,
        borderRadius: radius(item),
        overflow: item.clipsContent ? 'hidden' : 'visible',
      }}
    >
      {item.text === null && item.fills.map((paint) => <Fill paint={paint} images={images} />)}
      {item.text !== null && <Text item={item} text={item.text} />}
      {item.children.map((child) => (
        <NodeView key={child.id} item={child} images={images} moved={movedWithin(moved, item)} />
      ))}
      <Strokes item={item} />
    </div>
  )
}
