import type { Rectangle } from './rectangle.ts'
import { around } from './rectangle.ts'

/** Everything that a node covers on its page, shadows and strokes included; null for one that covers nothing. */
export const boundsOf = (node: SceneNode): Rectangle | null =>
  around(
    [
      node.absoluteBoundingBox,
      'absoluteRenderBounds' in node ? node.absoluteRenderBounds : null,
    ].filter((bounds) => bounds !== null),
  )
