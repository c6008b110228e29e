import type { Rectangle } from './rectangle.ts'

/** A new, empty frame; `place` is in the page's coordinates. */
export const addFrame = (parent: PageNode | SectionNode, place: Rectangle): FrameNode => {
  const origin = (parent.type === 'SECTION' ? parent.absoluteBoundingBox : null) ?? { x: 0, y: 0 }
  const frame = figma.createFrame()
  parent.appendChild(frame)
  frame.x = place.x - origin.x
  frame.y = place.y - origin.y
  frame.resize(place.width, place.height)
  return frame
}
