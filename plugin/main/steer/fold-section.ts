import { boundsOf } from '../canvas/bounds-of.ts'
import { GAP, HEADROOM, placeRow } from '../canvas/place-row.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'
import { grow, shrink } from './folded-size.ts'

const KEY = 'fold'
const NAME = 'Rejected drafts'

export const isFold = (node: BaseNode | null): node is SectionNode =>
  node?.type === 'SECTION' && node.getPluginData(KEY) !== ''

const createFold = (page: PageNode): SectionNode => {
  const section = figma.createSection()
  page.appendChild(section)
  section.name = NAME
  section.setPluginData(KEY, 'row')
  return section
}

const isCovered = (page: PageNode, { id }: SceneNode, area: Rectangle): boolean =>
  page.children.some((node) => {
    const bounds = node.id === id ? null : boundsOf(node)
    return bounds !== null && areCloser(bounds, area, GAP)
  })

/** The nearest place for a node under some bounds where it covers nothing. */
const placeUnder = (page: PageNode, node: SceneNode, bounds: Rectangle): Rectangle => {
  const others = page.children.filter(({ id }) => id !== node.id)
  const obstacles = others.map(boundsOf).filter((each) => each !== null)
  return placeRow(
    { width: node.width, height: node.height, count: 1 },
    { kind: 'under', bounds, label: 0 },
    obstacles,
  )[0]
}

/** The row's frames side by side, and the section around them. */
const layRow = (section: SectionNode, frames: readonly SceneNode[]): void => {
  let x = GAP
  for (const frame of frames) {
    if (frame.parent?.id !== section.id) section.appendChild(frame)
    frame.x = x
    frame.y = HEADROOM
    x += frame.width + GAP
  }
  const height = Math.max(...frames.map((frame) => frame.height))
  section.resizeWithoutConstraints(x, HEADROOM + height + GAP)
}

const moveTo = (node: SceneNode, { x, y }: Rectangle): void => {
  node.x = x
  node.y = y
}

/**
 * Puts frames, made small, into the page's one row of rejected drafts, after those that it holds: under the first of
 * them, and further down when it has grown into something.
 */
export const foldInto = (page: PageNode, frames: readonly [FrameNode, ...FrameNode[]]): void => {
  const before = page.children.find(isFold)
  const under = boundsOf(frames[0])
  const section = before ?? createFold(page)
  frames.forEach(shrink)
  layRow(section, [...section.children, ...frames])
  const area = boundsOf(section)
  if (before === undefined && under !== null) moveTo(section, placeUnder(page, section, under))
  else if (area !== null && isCovered(page, section, area))
    moveTo(section, placeUnder(page, section, { ...area, height: 0 }))
}

/** Takes a frame out of its row, as large as it was, to a free place under it. A row without frames goes away. */
export const unfold = (frame: FrameNode): void => {
  const section = frame.parent
  const page = section?.parent
  if (!isFold(section) || page?.type !== 'PAGE') return
  const row = boundsOf(section)
  grow(frame)
  page.appendChild(frame)
  if (row !== null) moveTo(frame, placeUnder(page, frame, row))
  if (section.children.length === 0) section.remove()
  else layRow(section, section.children)
}
