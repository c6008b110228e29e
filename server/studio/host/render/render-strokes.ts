import type { SceneItem } from '../scene.ts'
import { colorOf } from './color.ts'
import { element } from './element.ts'
import { outlineOf } from './outline.ts'

/** Strokes lie inside the outline, as Figma draws a new node's. */
export const renderStrokes = (item: SceneItem): string => {
  const { strokeWeight, dashPattern } = item
  if (strokeWeight === 0) return ''
  const inset: SceneItem = {
    ...item,
    width: Math.max(0, item.width - strokeWeight),
    height: Math.max(0, item.height - strokeWeight),
  }
  return item.strokes
    .map((stroke) =>
      stroke.type !== 'solid'
        ? ''
        : element(
            'g',
            { transform: `translate(${strokeWeight / 2} ${strokeWeight / 2})` },
            outlineOf(inset, {
              fill: 'none',
              stroke: colorOf(stroke),
              'stroke-opacity': stroke.a,
              'stroke-width': strokeWeight,
              'stroke-dasharray': dashPattern.length === 0 ? undefined : dashPattern.join(' '),
            }),
          ),
    )
    .join('')
}
