import * as v from 'valibot'
import { absoluteBounds, boundsOf, type Rect } from '../document/geometry.ts'
import { renderBounds } from '../document/render-bounds.ts'
import { resizeNode } from '../document/resize-node.ts'
import { restack } from '../document/stack-children.ts'
import type { Member, Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'
import { setPosition } from './set-property.ts'

const translation = ({ x, y }: Rect): unknown => [
  [1, 0, x],
  [0, 1, y],
]

/** Where a node is and how large. Nothing is ever rotated here. */
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
      restack(document, id)
    },
  })
  return {
    x: position('x'),
    y: position('y'),
    width: bounds(({ width }) => width),
    height: bounds(({ height }) => height),
    relativeTransform: bounds(translation),
    rotation: { get: () => 0 },
    resize: resize(true),
    resizeWithoutConstraints: resize(false),
    absoluteTransform: { get: ({ id }) => translation(absoluteBounds(document, id)) },
    absoluteBoundingBox: { get: ({ id }) => absoluteBounds(document, id) },
    absoluteRenderBounds: { get: ({ id }) => renderBounds(document, id) },
  }
}
