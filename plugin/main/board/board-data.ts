import * as v from 'valibot'
import { BoardLayout, BoardRole } from '../../../shared/board.ts'
import { NodeId } from '../../../shared/picture-ref.ts'
import { versioned } from '../../../shared/versioned.ts'

const BOARD_KEY = 'board'
const PART_KEY = 'board-part'
/** On what was inside a frame when it was copied: what has none was drawn on the copy, by her. */
const COPIED_KEY = 'board-copied'

/**
 * What a board is. What lies on it says so itself, with its recipe: 64 recipes would be more than the 100 kB that one
 * entry may have (typings: setPluginData), and a picture that she takes off the board is off it.
 */
const BoardData = v.object({ layout: BoardLayout, moves: v.boolean() })
export type BoardData = v.InferOutput<typeof BoardData>

const At = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What Maquette put on a board; `at` is the frame's number on it. Everything else there is hers. */
const BoardPart = v.variant('part', [
  /** A frame. `again`: the reference or the finished work once more, beside another frame. */
  v.object({
    part: v.literal('tile'),
    at: At,
    source: NodeId,
    role: BoardRole,
    again: v.boolean(),
  }),
  v.object({ part: v.literal('caption'), at: At, text: v.string() }),
  v.object({ part: v.literal('ring'), at: At }),
])
export type BoardPart = v.InferOutput<typeof BoardPart>
export type TilePart = Extract<BoardPart, { part: 'tile' }>

const storedBoard = versioned(BoardData)
const storedPart = versioned(BoardPart)

export const writeBoard = (section: SectionNode, data: BoardData): void =>
  section.setPluginData(BOARD_KEY, storedBoard.write(data))

export const readBoard = (node: BaseNode | null): BoardData | null =>
  node?.type === 'SECTION' ? storedBoard.read(node.getPluginData(BOARD_KEY)) : null

export const writeBoardPart = (node: SceneNode, part: BoardPart): void =>
  node.setPluginData(PART_KEY, storedPart.write(part))

/** Only what lies on a board is a part of one: elsewhere the mark is left from earlier. */
export const readBoardPart = (node: SceneNode): BoardPart | null =>
  readBoard(node.parent) === null ? null : storedPart.read(node.getPluginData(PART_KEY))

export const markCopied = (node: SceneNode): void => {
  if ('children' in node) for (const child of node.children) child.setPluginData(COPIED_KEY, '1')
}

/** What she drew on a copy. */
export const drawnOn = (copy: SceneNode): readonly SceneNode[] =>
  'children' in copy ? copy.children.filter((child) => child.getPluginData(COPIED_KEY) === '') : []
