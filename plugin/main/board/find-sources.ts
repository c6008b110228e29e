import type { BoardItem, BoardRole } from '../../../shared/board.ts'
import { BoardRole as Roles } from '../../../shared/board.ts'
import type { Size } from '../../../shared/aspect-ratio.ts'
import { readNodeData } from '../canvas/node-data.ts'
import { readBoardPart } from './board-data.ts'
import type { Captioned } from './board-words.ts'
import { withoutSecret } from '../sweep/without-secret.ts'
import { whyLeftOut } from './why-left-out.ts'

/** A frame that can go on a board. */
export type Source = Captioned & {
  readonly node: SceneNode
  /** Where it comes from; itself, but for a copy whose original is gone. */
  readonly source: string
  readonly size: Size
  /** It goes there itself, instead of a copy. */
  readonly moves: boolean
}

export const describeSource = (node: SceneNode, role: BoardRole, moves: boolean): Source => {
  const data = readNodeData(node)
  const draft = data?.kind === 'draft' ? data : null
  const { width, height } = node.absoluteBoundingBox ?? node
  return {
    node,
    source: node.id,
    moves,
    role,
    name: node.name,
    recipe: draft && withoutSecret(node, draft.recipe),
    mark: draft?.mark ?? null,
    size: { width, height },
  }
}

/** A layer that is still in the file. */
export const findLayer = async (id: string): Promise<SceneNode | null> => {
  const node = await figma.getNodeByIdAsync(id)
  if (node === null || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') return null
  return node
}

/** What is copied once more is copied from its original, if that is still there. */
const originalOf = async (node: SceneNode, moves: boolean): Promise<SceneNode> => {
  const part = moves ? null : readBoardPart(node)
  return part?.part === 'tile' ? ((await findLayer(part.source)) ?? node) : node
}

/** The frames of a board in the order of their roles, where they were picked, and why others are none. */
export const findSources = async (items: readonly BoardItem[], moves: boolean) => {
  const sources: Source[] = []
  const picked: SceneNode[] = []
  const leftOut: string[] = []
  for (const { node: id, role } of items) {
    const node = await findLayer(id)
    const why = node === null ? 'A layer is no longer in the file.' : whyLeftOut(node, moves)
    if (node === null || why !== null) {
      if (why !== null && !leftOut.includes(why)) leftOut.push(why)
      continue
    }
    picked.push(node)
    const source = describeSource(await originalOf(node, moves), role, moves)
    if (!sources.some((one) => one.node.id === source.node.id)) sources.push(source)
  }
  const order = Roles.options
  return {
    sources: sources.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
    picked,
    leftOut,
  }
}
