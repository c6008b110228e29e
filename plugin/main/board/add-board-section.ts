import type { Rectangle } from '../canvas/rectangle.ts'

/** White paper with a little warmth, in both of Figma's themes: pictures are judged on the same ground. */
const PAPER: RGB = { r: 1, g: 0.995, b: 0.985 }

/** Moves a board with all that is on it; `x` and `y` are in the page's coordinates. */
export const placeBoard = (
  parent: PageNode | SectionNode,
  section: SectionNode,
  { x, y }: Pick<Rectangle, 'x' | 'y'>,
): void => {
  const origin = (parent.type === 'SECTION' ? parent.absoluteBoundingBox : null) ?? { x: 0, y: 0 }
  if (section.parent?.id !== parent.id) parent.appendChild(section)
  section.x = x - origin.x
  section.y = y - origin.y
}

/** A new, empty board; `place` is in the page's coordinates. Figma writes its name above it, readable at every zoom. */
export const addBoardSection = (
  parent: PageNode | SectionNode,
  place: Rectangle,
  name: string,
): SectionNode => {
  const section = figma.createSection()
  section.name = name
  section.fills = [{ type: 'SOLID', color: PAPER }]
  placeBoard(parent, section, place)
  section.resizeWithoutConstraints(place.width, place.height)
  return section
}
