import { readBoard } from '../board/board-data.ts'
import { boundsOf } from './bounds-of.ts'
import type { Anchor, Row } from './place-row.ts'
import { placeRow } from './place-row.ts'
import type { Rectangle } from './rectangle.ts'
import { around, isWithin } from './rectangle.ts'

type Room = PageNode | SectionNode

/** Where new frames go; `spots` are in the page's coordinates. */
export type Spots = { readonly parent: Room; readonly spots: ReturnType<typeof placeRow> }

/** A board has a place for everything on it, and none for more. */
const isRoom = (node: BaseNode | null): node is Room =>
  node?.type === 'PAGE' || (node?.type === 'SECTION' && readBoard(node) === null)

const roomOf = ({ parent }: SceneNode): Room | null => {
  if (parent === null || parent.type === 'DOCUMENT') return null
  return isRoom(parent) ? parent : roomOf(parent)
}

/** The child of `room` that is the node or holds it; null when the node is elsewhere. */
const childHolding = (room: Room, node: SceneNode): SceneNode | null => {
  const { parent } = node
  if (parent?.id === room.id) return node
  if (parent === null || parent.type === 'PAGE' || parent.type === 'DOCUMENT') return null
  return childHolding(room, parent)
}

const isLocked = (room: Room): boolean =>
  room.type === 'SECTION' && (room.locked || (isRoom(room.parent) && isLocked(room.parent)))

const boundsOfAll = (nodes: readonly SceneNode[]): readonly Rectangle[] =>
  nodes.map(boundsOf).filter((bounds) => bounds !== null)

const obstaclesIn = (room: Room, moved: SceneNode | null): readonly Rectangle[] =>
  boundsOfAll(room.children.filter(({ id }) => id !== moved?.id))

const spotsIn = (room: Room, row: Row, anchor: Anchor, moved: SceneNode | null): Spots | null => {
  const spots = placeRow(row, anchor, obstaclesIn(room, moved))
  if (room.type === 'PAGE') return { parent: room, spots }
  const area = room.absoluteBoundingBox
  const hasRoom = area !== null && spots.every((spot) => isWithin(spot, area))
  return hasRoom && !isLocked(room) ? { parent: room, spots } : null
}

/** Where a row goes from the bounds of what it belongs to. */
type Anchoring = (bounds: Rectangle) => Anchor
const beside: Anchoring = (bounds) => ({ kind: 'beside', bounds })

type Wishes = {
  readonly anchoring?: Anchoring
  /** What goes there, if it is on the page already: it is not in its own way. */
  readonly moved?: SceneNode | null
}

const spotsBy = (
  nodes: readonly SceneNode[],
  room: Room | null,
  row: Row,
  { anchoring = beside, moved = null }: Wishes,
): Spots | null => {
  if (room === null) return null
  const children = nodes.map((node) => childHolding(room, node)).filter((child) => child !== null)
  const bounds = around(boundsOfAll(children))
  const spots =
    bounds === null || children.length < nodes.length
      ? null
      : spotsIn(room, row, anchoring(bounds), moved)
  if (spots !== null || room.type === 'PAGE') return spots
  return spotsBy(nodes, roomOf(room), row, { anchoring, moved })
}

/**
 * Free spots beside these nodes of a page (or as `anchoring` wishes), or in the middle of the view when there are none.
 * The parent is the page, or the section that holds them all when it has room and is not locked: never an auto-layout
 * frame, an instance or a group.
 */
export const chooseSpots = (
  page: PageNode,
  nodes: readonly SceneNode[],
  row: Row,
  wishes: Wishes = {},
): Spots => {
  const [first] = nodes
  const spots = first === undefined ? null : spotsBy(nodes, roomOf(first), row, wishes)
  if (spots !== null) return spots
  const { x, y } = figma.viewport.center
  return {
    parent: page,
    spots: placeRow(row, { kind: 'middle', x, y }, obstaclesIn(page, wishes.moved ?? null)),
  }
}
