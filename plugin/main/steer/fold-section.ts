import { boundsOf } from '../canvas/bounds-of.ts'
import { chooseSpots } from '../canvas/choose-spots.ts'
import { GAP, HEADROOM } from '../canvas/place-row.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'

const KEY = 'fold'
const NAME = 'Rejected drafts'

export const isFold = (node: BaseNode | null): node is SectionNode =>
  node?.type === 'SECTION' && node.getPluginData(KEY) !== ''

const createFold = (page: PageNode, spot: Rectangle): SectionNode => {
  const section = figma.createSection()
  page.appendChild(section)
  section.name = NAME
  section.setPluginData(KEY, 'row')
  section.sectionContentsHidden = true
  section.x = spot.x
  section.y = spot.y
  return section
}

const isInTheWay = (node: SceneNode, fold: SectionNode, area: Rectangle): boolean => {
  const bounds = node.id === fold.id ? null : boundsOf(node)
  return bounds !== null && areCloser(bounds, area, GAP)
}

const spotUnder = (page: PageNode, frames: readonly SceneNode[], size: Rectangle): Rectangle =>
  chooseSpots(page, frames, { ...size, count: 1 }, (bounds) => ({
    kind: 'under',
    bounds,
    label: 0,
  })).spots[0]

/** The row's frames at the sizes that they have, side by side. */
const layRow = (section: SectionNode, frames: readonly SceneNode[]): void => {
  let x = GAP
  for (const frame of frames) {
    section.appendChild(frame)
    frame.x = x
    frame.y = HEADROOM + GAP
    x += frame.width + GAP
  }
}

/**
 * Puts frames into the page's one folded row, after those that it holds: a section whose contents are hidden. It grows
 * to the right, and moves under the frames where something is in its way.
 */
export const foldInto = (page: PageNode, frames: readonly FrameNode[]): SectionNode => {
  const before = page.children.find(isFold)
  const all = [...(before?.children ?? []), ...frames]
  const size = {
    x: before?.x ?? 0,
    y: before?.y ?? 0,
    width: all.reduce((sum, { width }) => sum + width + GAP, GAP),
    height: Math.max(...all.map(({ height }) => height)) + HEADROOM + 2 * GAP,
  }
  const others = frames.map(({ id }) => id)
  const stays =
    before !== undefined &&
    !page.children.some((node) => !others.includes(node.id) && isInTheWay(node, before, size))
  const spot = stays ? size : spotUnder(page, frames, size)
  const section = before ?? createFold(page, spot)
  section.x = spot.x
  section.y = spot.y
  layRow(section, all)
  section.resizeWithoutConstraints(size.width, size.height)
  return section
}
