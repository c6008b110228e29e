import { invert } from '../document/transform.ts'
import type { SceneItem, ScenePaint } from '../scene.ts'
import { colorOf } from './color.ts'
import { element } from './element.ts'
import { outlineOf } from './outline.ts'

type GradientPaint = Extract<ScenePaint, { type: 'gradient' }>

/** Where a gradient lies in its own space (plugin-api.d.ts, line 4794): from left to right, or around the middle. */
const SHAPES = {
  linear: { name: 'linearGradient', attributes: { x1: 0, y1: 0.5, x2: 1, y2: 0.5 } },
  radial: { name: 'radialGradient', attributes: { cx: 0.5, cy: 0.5, r: 0.5 } },
} as const

/** The definition of a gradient, in the unit square of what it fills. */
export const gradientElement = (id: string, { shape, transform, stops }: GradientPaint): string => {
  const { name, attributes } = SHAPES[shape]
  const [[a, c, e], [b, d, f]] = invert(transform)
  return element(
    name,
    { id, ...attributes, gradientTransform: `matrix(${[a, b, c, d, e, f].join(' ')})` },
    stops
      .map(({ at, ...color }) =>
        element('stop', {
          offset: at,
          'stop-color': colorOf({ type: 'solid', ...color }),
          'stop-opacity': color.a,
        }),
      )
      .join(''),
  )
}

/** One gradient of an item, inside its outline. */
export const renderGradient = (item: SceneItem, paint: GradientPaint): string => {
  const id = `gradient-${item.id}-${JSON.stringify(paint)}`.replace(/\W+/g, '-')
  return (
    gradientElement(id, paint) +
    outlineOf(item, { fill: `url(#${id})`, 'fill-opacity': paint.opacity })
  )
}
