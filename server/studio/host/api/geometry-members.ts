import * as v from 'valibot'
import {
  absoluteBounds,
  absoluteTransform,
  boundsOf,
  setTransform,
  transformOf,
  type Rect,
} from '../document/geometry.ts'
import { fitText } from '../document/fit-text.ts'
import { renderBounds } from '../document/render-bounds.ts'
import { rescaleNode } from '../document/rescale-node.ts'
import { resizeNode } from '../document/resize-node.ts'
import { isPlacedByParent, restack } from '../document/stack-children.ts'
import { axesAt, axesOf, rotationOf, transformBy } from '../document/transform.ts'
import { descendants } from '../document/tree.ts'
import { readProperty } from '../document/node-record.ts'
import type { Transform } from '../scene.ts'
import type { Member, Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'
import { requireFont, setPosition } from './set-property.ts'

const Row = v.tuple([v.number(), v.number(), v.number()])
const TransformInput = v.tuple([Row, Row])
const SLACK = 1e-3

const hasUnitAxes = ([[a, b], [c, d]]: Transform): boolean =>
  [Math.hypot(a, c), Math.hypot(b, d)].every((length) => Math.abs(length - 1) < SLACK) &&
  Math.abs(a * d - b * c) > SLACK

/** Where a node is, how it is turned, and how large. */
export const geometryMembers = (session: Session): Members => {
  const { document, enforce } = session.host
  const bounds = (read: (bounds: Rect) => unknown): Member => ({
    get: ({ id }) => read(boundsOf(document, id)),
  })
  const position = (axis: 'x' | 'y'): Member => ({
    get: ({ id }) => boundsOf(document, id)[axis],
    set: ({ id }, value) => setPosition(session, id, axis, value),
  })
  const resize = (constrains: boolean): Member => ({
    call: ({ id }, ...size) => {
      const [width, height] = parseValue(v.tuple([v.number(), v.number()]), size, 'resize')
      enforce(
        'resize-minimum',
        width >= 0.01 && height >= 0.01,
        'in resize: Expected the width and the height to be at least 0.01',
      )
      resizeNode(document, id, width, height, constrains)
      // Its width is fixed, its height is not (plugin-api.d.ts, line 11031).
      if (readProperty(document.node(id), 'textAutoResize') === 'HEIGHT') fitText(document, id)
      restack(document, id)
    },
  })
  /** An auto-layout parent decides the place of its children, not how they are turned (plugin-api.d.ts, line 7380). */
  const turn = (id: string, to: Transform): void => {
    const isPlaced = isPlacedByParent(document, id) && enforce.isOn('auto-layout-position')
    const transform = isPlaced ? transformBy(axesOf(to), boundsOf(document, id)) : to
    setTransform(document, id, transform)
    restack(document, id)
  }
  return {
    x: position('x'),
    y: position('y'),
    width: bounds(({ width }) => width),
    height: bounds(({ height }) => height),
    relativeTransform: {
      get: ({ id }) => transformOf(document, id),
      set: ({ id }, given) => {
        const to = parseValue(TransformInput, given, 'set_relativeTransform')
        enforce(
          'unit-axes',
          hasUnitAxes(to),
          'in set_relativeTransform: Expected axes that are one pixel long',
        )
        turn(id, to)
      },
    },
    rotation: {
      get: ({ id }) => rotationOf(readProperty(document.node(id), 'axes')),
      set: ({ id }, given) => {
        const degrees = parseValue(v.pipe(v.number(), v.finite()), given, 'set_rotation')
        turn(id, transformBy(axesAt(degrees), boundsOf(document, id)))
      },
    },
    resize: resize(true),
    resizeWithoutConstraints: resize(false),
    rescale: {
      call: ({ id }, given) => {
        const scale = parseValue(v.pipe(v.number(), v.finite()), given, 'rescale')
        enforce(
          'rescale-minimum',
          scale >= 0.01,
          'in rescale: Expected the scale to be at least 0.01',
        )
        for (const node of [document.node(id), ...descendants(document, id)])
          if (node.type === 'TEXT') requireFont(session, readProperty(node, 'fontName'), 'rescale')
        rescaleNode(document, id, scale)
        restack(document, id)
      },
    },
    absoluteTransform: { get: ({ id }) => absoluteTransform(document, id) },
    absoluteBoundingBox: { get: ({ id }) => absoluteBounds(document, id) },
    absoluteRenderBounds: { get: ({ id }) => renderBounds(document, id) },
  }
}
