import type { Host } from '../../../../server/studio/host/host.ts'
import type { SceneItem } from '../../../../server/studio/host/scene.ts'
import type { BoardItem, BoardLayout } from '../../../../shared/board.ts'
import { makePicture } from '../make-picture.ts'
import { jobId, makeRecipe } from '../make-recipe.ts'
import { openPlugin } from '../open-plugin.ts'

/** The plugin on a canvas, and what a board is made from. */
export const openBoards = async (host?: Host) => {
  const plugin = await openPlugin(host === undefined ? {} : { host })
  const { person } = plugin.host
  const topNodes = () => plugin.host.scene().nodes
  const board = (): SceneItem => topNodes().find(({ name }) => name.startsWith('Board'))!

  /** What the panel would ask for: each selected layer in its role, in reading order. */
  const itemsOf = async (nodes: readonly string[]): Promise<BoardItem[]> => {
    person.select(nodes)
    const { selection } = await plugin.canvas.open()
    return selection.layers.flatMap(({ node, role }) => (role === null ? [] : [{ node, role }]))
  }

  return {
    ...plugin,
    topNodes,
    board,
    /** The words on the board, in its order. */
    captions: (): string[] =>
      board().children.flatMap(({ text }) => (text === null ? [] : [text.characters])),
    /** The frames on the board, in its order. */
    tiles: (): SceneItem[] =>
      board().children.filter(({ type, fills }) => type !== 'TEXT' && fills.length > 0),
    make: async (nodes: readonly string[], layout: BoardLayout = 'row', moves = false) =>
      plugin.canvas.makeBoard({ items: await itemsOf(nodes), layout, moves }),
    /** A row of drafts that differ in their seeds; answers with their frames' ids. */
    draftRow: async (count = 3, side = 512): Promise<string[]> => {
      const job = jobId()
      const row = { job, count, width: side, height: side, brief: 'woman with glasses' }
      const { placeholders } = await plugin.canvas.reserve(row)
      for (let index = 0; index < count; index += 1)
        await plugin.canvas.fill({ recipe: makeRecipe({ job, index }), bytes: await makePicture() })
      return placeholders.map(({ node }) => node)
    },
    addPhoto: async (): Promise<string> =>
      person.addFrame({
        name: 'Customer photo',
        x: -2000,
        y: 0,
        width: 600,
        height: 900,
        image: await makePicture(),
      }),
    addFinished: async (): Promise<string> => {
      const at = { x: -1000, y: 0, width: 500, height: 500 }
      const node = person.addFrame({ name: 'Figurine', ...at })
      await plugin.canvas.linkFinished({ node, of: { job: jobId(), index: 0 } })
      return node
    },
  }
}
export type OpenBoards = Awaited<ReturnType<typeof openBoards>>
