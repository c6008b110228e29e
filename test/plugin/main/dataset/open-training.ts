import sharp from 'sharp'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { PieceChoices } from '../../../../shared/piece-memory.ts'
import { DEFAULT_CHOICES } from '../../../../shared/piece-memory.ts'
import type { RenderPlan, TrainingSwitches } from '../../../../shared/training.ts'
import { DEFAULT_SWITCHES } from '../../../../shared/training.ts'
import type { DocumentSnapshot } from '../../../../server/studio/host/document-snapshot.ts'
import { createTestHost, rasterize } from '../../../studio/create-test-host.ts'
import type { OpenPlugin } from '../open-plugin.ts'
import { openPlugin } from '../open-plugin.ts'

/** What every snippet has: coloured shapes, and words in a loaded font. */
const HELPERS = `
  const paint = (r, g, b) => [{ type: 'SOLID', color: { r, g, b } }]
  const place = (node, x, y, width, height, parent) => {
    parent?.appendChild(node)
    node.resizeWithoutConstraints(width, height)
    node.x = x
    node.y = y
    return node
  }
  const shape = (fills, x, y, width, height, parent) => {
    const node = place(figma.createRectangle(), x, y, width, height, parent)
    node.fills = fills
    return node
  }
  const frame = (fills, x, y, width, height, parent) => {
    const node = place(figma.createFrame(), x, y, width, height, parent)
    node.fills = fills
    return node
  }
  const write = async (characters, x, y, parent) => {
    const node = figma.createText()
    await figma.loadFontAsync(node.fontName)
    parent?.appendChild(node)
    node.characters = characters
    node.x = x
    node.y = y
    return node
  }
  const RED = paint(1, 0, 0), GREEN = paint(0, 1, 0), BLUE = paint(0, 0, 1), PINK = paint(1, 0.8, 0.8)
`

type Part = Partial<TrainingSwitches & Pick<PieceChoices, 'fit' | 'keep'>>
export type Pixel = readonly [number, number, number]

/** Places in a picture, as shares of its width and height. */
export const CORNERS = [
  [0.01, 0.01],
  [0.99, 0.99],
] as const
export const MIDDLE = [[0.5, 0.5]] as const

/** The built plugin with a document that a snippet makes, and a person's way to training pictures. */
export const openTraining = async (plugin?: OpenPlugin) => {
  let draw = rasterize
  const opened = plugin ?? (await openPlugin({ rasterize: (...what) => draw(...what) }))
  /** Decides what `part` says of the layer, and asks for the rest. */
  const planOf = async (node: string, part: Part = {}): Promise<RenderPlan> => {
    const { fit, keep, ...switches } = part
    if (fit !== undefined || keep !== undefined)
      await opened.canvas.choosePieces({
        nodes: [node],
        choices: { ...DEFAULT_CHOICES, ...(fit && { fit }), ...(keep && { keep }) },
      })
    return { node, ...DEFAULT_SWITCHES, ...switches }
  }
  const render = async (node: string, part: Part = {}, side = 1024) =>
    (await opened.canvas.renderPiece({ plan: await planOf(node, part), side })).bytes

  /** Runs a snippet that returns something; nodes become their ids. */
  const make = async (snippet: string): Promise<string[]> =>
    (await opened.script(
      `${HELPERS}
       const made = await (async () => {${snippet}})()
       return [made].flat().map(({ id }) => id)`,
    )) as string[]

  return {
    ...opened,
    make,
    /** The same of a snippet that returns one node. */
    one: async (snippet: string): Promise<string> => (await make(snippet))[0]!,
    planOf,
    render,
    /** From now on nothing can be drawn. */
    breakDrawing: () => {
      draw = () => Promise.reject(new Error('Out of memory'))
    },
    /** From now on a drawing is never finished. */
    stallDrawing: () => {
      draw = () => new Promise(() => undefined)
    },
    /** The document as it was then, on the same device: the plugin was killed. */
    resurrect: (snapshot: DocumentSnapshot) =>
      createTestHost({ snapshot, clientStorage: opened.host.clientStorage() }),
    inspect: async (node: string, part: Part = {}) =>
      opened.canvas.inspectPiece(await planOf(node, part)),
    /** Colours of a training picture at places from 0 to 1; also checks that it is one. */
    coloursOf: async (
      node: string,
      places: readonly (readonly [number, number])[],
      part: Part = {},
    ): Promise<Pixel[]> => {
      const bytes = await render(node, part)
      const { width, height, type } = readImageHeader(bytes)!
      if (type !== 'image/png' || width !== 1024 || height !== 1024)
        throw new Error(`${type}, ${width} × ${height}`)
      const { data, info } = await sharp(bytes)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      for (let at = 3; at < data.length; at += 4)
        if (data[at] !== 255) throw new Error('The picture is not opaque.')
      return places.map(([x, y]) => {
        const at = (Math.floor(y * 1024) * info.width + Math.floor(x * 1024)) * 4
        return [data[at]!, data[at + 1]!, data[at + 2]!]
      })
    },
    /** Everything that a training picture must leave as it was. */
    surroundings: () => {
      const { nodes, currentPage } = opened.host.snapshot()
      return {
        nodes: nodes.toSorted((a, b) => a.id.localeCompare(b.id)),
        currentPage,
        selection: opened.host.scene().selection,
        viewport: opened.host.viewport.get(),
        undo: opened.host.undoDepth(),
      }
    },
  }
}
export type OpenTraining = Awaited<ReturnType<typeof openTraining>>

export const RED: Pixel = [255, 0, 0]
export const GREEN: Pixel = [0, 255, 0]
export const BLUE: Pixel = [0, 0, 255]
export const PINK: Pixel = [255, 204, 204]
export const WHITE: Pixel = [255, 255, 255]
