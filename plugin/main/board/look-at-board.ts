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

  for (const node of section.children) {
    const part = readBoardPart(node)
    if (part === null) notes.push(node)
    else if (part.part === 'caption' && node.type === 'TEXT') addCaption(node, part)
    else if (part.part === 'tile' && !part.again) tiles.push({ node, part })
    else made.push(node)
  }
  return { tiles: tiles.sort((a, b) => a.part.at - b.part.at), captions, made, notes }
}
