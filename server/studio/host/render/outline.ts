import type { SceneItem } from '../scene.ts'
import { element } from './element.ts'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** A rectangle whose corners are rounded one by one, clockwise from the top left. */
const roundedPath = ({ width, height, cornerRadii }: SceneItem): string => {
  const most = Math.min(width, height) / 2
  const [a, b, c, d] = cornerRadii.map((radius) => Math.min(radius, most))
  const arc = (radius = 0, dx: number, dy: number): string =>
    `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`
  return [
    `M${a ?? 0} 0`,
    `H${width - (b ?? 0)}`,
    arc(b, 1, 1),
    `V${height - (c ?? 0)}`,
    arc(c, -1, 1),
    `H${d ?? 0}`,
    arc(d, -1, -1),
    `V${a ?? 0}`,
    arc(a, 1, -1),
    'Z',
  ].join('')
}

/** The shape of an item, with these attributes. */
export const outlineOf = (item: SceneItem, attributes: Attributes): string => {
  const { width, height, cornerRadii } = item
  if (item.type === 'ELLIPSE')
    return element('ellipse', {
      cx: width / 2,
      cy: height / 2,
      rx: width / 2,
      ry: height / 2,
      ...attributes,
    })
  if (cornerRadii.some((radius) => radius > 0))
    return element('path', { d: roundedPath(item), ...attributes })
  return element('rect', { width, height, ...attributes })
}
