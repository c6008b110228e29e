import type { TilePart } from './board-data.ts'
import { readBoardPart } from './board-data.ts'

export type OnBoard = {
  /** Each frame once, in the board's order. */
  readonly tiles: readonly { readonly node: SceneNode; readonly part: TilePart }[]
  /** What repeats a frame, says something about one or goes around one: it is made anew each time. */
  readonly made: readonly SceneNode[]
  /** Captions that she wrote anew, by the frame's number. */
  readonly captions: ReadonlyMap<number, TextNode>
  /** Everything that she put there. */
  readonly notes: readonly SceneNode[]
}

/** What lies on a board, told apart. */
export const lookAtBoard = (section: SectionNode): OnBoard => {
  const tiles: { node: SceneNode; part: TilePart }[] = []
  const made: SceneNode[] = []
  const captions = new Map<number, TextNode>()
  const notes: SceneNode[] = []
  for (const node of section.children) {
    const part = readBoardPart(node)
    if (part === null) notes.push(node)
    else if (part.part === 'tile' && !part.again) tiles.push({ node, part })
    else if (part.part !== 'caption' || node.type !== 'TEXT' || node.characters === part.text)
      made.push(node)
    else if (captions.has(part.at)) notes.push(node)
    else captions.set(part.at, node)
  }
  return { tiles: tiles.sort((a, b) => a.part.at - b.part.at), made, captions, notes }
}
