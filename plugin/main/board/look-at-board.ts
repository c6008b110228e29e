import { BoardRole } from '../../../shared/board.ts'
import { readNodeData } from '../canvas/node-data.ts'
import type { BoardPart, TilePart } from './board-data.ts'
import { readBoardPart } from './board-data.ts'

/** Words under a frame. A caption that she wrote anew is hers: it only moves. */
export type OldCaption = { readonly node: TextNode; readonly isHers: boolean }

export type OnBoard = {
  /** Each frame once, in the board's order. */
  readonly tiles: readonly { readonly node: SceneNode; readonly part: TilePart }[]
  /** By the frame's number. */
  readonly captions: ReadonlyMap<number, OldCaption>
  /** What repeats a frame or goes around one: it is made anew each time. */
  readonly made: readonly SceneNode[]
  /** Everything that she put there. */
  readonly notes: readonly SceneNode[]
}

/** After those that were put there. */
const LATER = 1_000_000

/** A draft or finished work that she dragged onto the board belongs to it; anything else of hers is a note. */
const addedByHer = (node: SceneNode, among: number): TilePart | null => {
  const kind = readNodeData(node)?.kind
  if (kind !== 'draft' && kind !== 'finished') return null
  return { part: 'tile', at: LATER + among, source: node.id, role: kind, again: false }
}

/** What lies on a board, told apart. */
export const lookAtBoard = (section: SectionNode): OnBoard => {
  const tiles: { node: SceneNode; part: TilePart }[] = []
  const captions = new Map<number, OldCaption>()
  const made: SceneNode[] = []
  const notes: SceneNode[] = []

  const addCaption = (node: TextNode, { at, text }: Extract<BoardPart, { part: 'caption' }>) => {
    const isHers = node.characters !== text
    const known = captions.get(at)
    if (known === undefined || (isHers && !known.isHers)) {
      captions.set(at, { node, isHers })
      if (known !== undefined) made.push(known.node)
    } else (isHers ? notes : made).push(node)
  }

  for (const [among, node] of section.children.entries()) {
    const part = readBoardPart(node) ?? addedByHer(node, among)
    if (part === null) notes.push(node)
    else if (part.part === 'caption' && node.type === 'TEXT') addCaption(node, part)
    else if (part.part === 'tile' && !part.again) tiles.push({ node, part })
    else made.push(node)
  }
  const rankOf = ({ role }: TilePart) => BoardRole.options.indexOf(role)
  tiles.sort(({ part: a }, { part: b }) => rankOf(a) - rankOf(b) || a.at - b.at)
  return { tiles, captions, made, notes }
}
