import type { Rectangle } from '../canvas/rectangle.ts'

/** Warm paper, in both of Figma's themes: pictures are judged on the same ground. */
const PAPER: RGB = { r: 0.97, g: 0.96, b: 0.94 }

/** A new, empty board; `place` is in the page's coordinates. Figma writes its name above it, readable at every zoom. */
export const addBoardSection = (
  parent: PageNode | SectionNode,
  place: Rectangle,
  name: string,
): SectionNode => {
  const origin = (parent.type === 'SECTION' ? parent.absoluteBoundingBox : null) ?? { x: 0, y: 0 }
  const section = figma.createSection()
  parent.appendChild(section)
  section.name = name
  section.fills = [{ type: 'SOLID', color: PAPER }]
  section.x = place.x - origin.x
  section.y = place.y - origin.y
  section.resizeWithoutConstraints(place.width, place.height)
  return section
}
