import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Rect } from '../document/geometry.ts'
import { isUpright } from '../document/transform.ts'
import type { SceneItem } from '../scene.ts'
import { element } from './element.ts'
import { outlineOf } from './outline.ts'
import { renderPaint, type ImageBytes } from './render-paint.ts'
import { renderStrokes } from './render-strokes.ts'
import { renderText } from './render-text.ts'

const transformAttribute = ({ x, y, axes }: SceneItem): string | undefined => {
  if (!isUpright(axes)) return `matrix(${[axes[0], axes[2], axes[1], axes[3], x, y].join(' ')})`
  return x === 0 && y === 0 ? undefined : `translate(${x} ${y})`
}

const renderItem = (item: SceneItem, image: ImageBytes): string => {
  if (!item.visible) return ''
  const fills = item.text === null ? item.fills.map((fill) => renderPaint(item, fill, image)) : []
  const children = item.children.map((child) => renderItem(child, image)).join('')
  const clip = `clip-${item.id.replace(/\W/g, '-')}`
  const inside =
    item.clipsContent && children !== ''
      ? element('clipPath', { id: clip }, outlineOf(item, {})) +
        element('g', { 'clip-path': `url(#${clip})` }, children)
      : children
  return element(
    'g',
    {
      transform: transformAttribute(item),
      opacity: item.opacity === 1 ? undefined : item.opacity,
    },
    fills.join('') + renderText(item) + inside + renderStrokes(item),
  )
}

/**
 * One item with all under it as an SVG picture of exactly this size, its images inside as data. `area` is the part of
 * the plane on which the item lies that the picture shows.
 */
export const renderSvg = (item: SceneItem, area: Rect, size: Size, image: ImageBytes): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `${area.x} ${area.y} ${area.width} ${area.height}`,
      preserveAspectRatio: 'none',
    },
    renderItem(item, image),
  )
