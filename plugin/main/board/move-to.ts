import type { Rectangle } from '../canvas/rectangle.ts'

/** Where a layer of a board lies, from the board's top left corner; turned ones by the box around them. */
export const placeOn = (section: SectionNode, node: SceneNode): Rectangle => {
  const origin = section.absoluteBoundingBox ?? { x: 0, y: 0 }
  const { x, y, width, height } = node.absoluteBoundingBox ?? { ...origin, width: 0, height: 0 }
  return { x: x - origin.x, y: y - origin.y, width, height }
}

/** Moves a layer of a board so that its box begins there. */
export const moveTo = (
  section: SectionNode,
  node: SceneNode,
  { x, y }: Pick<Rectangle, 'x' | 'y'>,
): void => {
  const now = placeOn(section, node)
  node.x += x - now.x
  node.y += y - now.y
}
