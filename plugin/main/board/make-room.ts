import { boundsOf } from '../canvas/bounds-of.ts'
import { chooseSpots } from '../canvas/choose-spots.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser, isWithin } from '../canvas/rectangle.ts'
import { placeBoard } from './add-board-section.ts'

const siblings = (section: SectionNode): readonly Rectangle[] => {
  const { parent } = section
  if (parent?.type !== 'PAGE' && parent?.type !== 'SECTION') return []
  return parent.children
    .filter(({ id }) => id !== section.id)
    .map(boundsOf)
    .filter((bounds) => bounds !== null)
}

/**
 * Moves a board that grew to the nearest place where it covers nothing that it did not cover before; true when it had
 * to. What lies beside a board is hers and stays.
 */
export const makeRoom = (page: PageNode, section: SectionNode, before: Rectangle): boolean => {
  const now = section.absoluteBoundingBox
  if (now === null) return false
  const { parent } = section
  const room = parent?.type === 'SECTION' ? parent.absoluteBoundingBox : null
  const isInTheWay = siblings(section).some(
    (other) => areCloser(now, other, 0) && !areCloser(before, other, 0),
  )
  const sticksOut = room !== null && isWithin(before, room) && !isWithin(now, room)
  if (!isInTheWay && !sticksOut) return false
  const { width, height } = now
  const middle = { x: before.x + width / 2, y: before.y + height / 2 }
  const { parent: place, spots } = chooseSpots(
    page,
    [section],
    { width, height, count: 1 },
    { anchoring: () => ({ kind: 'middle', ...middle }), moved: section },
  )
  placeBoard(place, section, spots[0])
  return true
}
