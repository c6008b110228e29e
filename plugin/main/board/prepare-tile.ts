import type { Size } from '../../../shared/aspect-ratio.ts'
import { readPicture } from '../canvas/read-picture.ts'
import { copyNodeData } from '../canvas/node-data.ts'
import { markCopied } from './board-data.ts'
import { loadFontsOf } from './load-fonts-of.ts'

/** Puts a frame on a board, in its size there and turned as it is on its page. */
export type PutTile = (section: SectionNode) => SceneNode

/** Figma's Scale tool does not go below (typings: rescale). */
const LEAST_SCALE = 0.01
/** Pixels a side of the picture of a layer. */
const MOST_PIXELS = 2048

type Scalable = SceneNode & { rescale: (scale: number) => void }
type Turnable = SceneNode & { relativeTransform: Transform }

const isScalable = (node: SceneNode): node is Scalable => 'rescale' in node
const isTurnable = (node: SceneNode): node is Turnable => 'relativeTransform' in node

/** How it lies on its page, not in the layer that holds it: that one may be turned, too. */
const turnLike = (node: SceneNode, [[a, b], [c, d]]: Transform): void => {
  if (!isTurnable(node)) return
  const [[e, f, x], [g, h, y]] = node.relativeTransform
  if (a === e && b === f && c === g && d === h) return
  node.relativeTransform = [
    [a, b, x],
    [c, d, y],
  ]
}

const rescaleTo = (node: SceneNode, scale: number): void => {
  if (scale !== 1 && isScalable(node)) node.rescale(scale)
}

/** What a copy of it is. A copied component would be another component of her library: an instance shows it, too. */
const copyOf = (node: SceneNode): SceneNode =>
  node.type === 'COMPONENT' ? node.createInstance() : node.clone()

const copyTile =
  (node: SceneNode, scale: number): PutTile =>
  (section) => {
    const transform = node.absoluteTransform
    const copy = copyOf(node)
    section.appendChild(copy)
    // A text that is named no longer takes its name from its words.
    if (copy.name !== node.name) copy.name = node.name
    copy.visible = true
    copy.locked = false
    turnLike(copy, transform)
    rescaleTo(copy, scale)
    copyNodeData(node, copy)
    markCopied(copy)
    return copy
  }

/** Without a scale there is nothing to wait for. */
export const copyAsItIs = (node: SceneNode): PutTile => copyTile(node, 1)

const pictureTile = async (node: SceneNode, size: Size): Promise<PutTile> => {
  const longest = Math.min(MOST_PIXELS, Math.ceil(Math.max(size.width, size.height)))
  const bytes = await node.exportAsync({
    format: 'PNG',
    useAbsoluteBounds: true,
    constraint: { type: size.width >= size.height ? 'WIDTH' : 'HEIGHT', value: longest },
  })
  const { imageHash } = readPicture(bytes)
  return (section) => {
    const picture = figma.createRectangle()
    section.appendChild(picture)
    picture.name = node.name
    picture.resize(size.width, size.height)
    picture.fills = [{ type: 'IMAGE', imageHash, scaleMode: 'FILL' }]
    copyNodeData(node, picture)
    return picture
  }
}

const CLONED_ANEW = new Set<NodeType>(['SECTION', 'COMPONENT_SET', 'SLICE'])

const canBeScaled = async (node: SceneNode, scale: number): Promise<boolean> => {
  if (!isScalable(node) || CLONED_ANEW.has(node.type) || scale < LEAST_SCALE) return false
  return scale === 1 || (await loadFontsOf(node))
}

/**
 * Gets a copy ready: a real one, so that it stays sharp and can be looked into. Where that would be wrong it is a
 * picture: of sections, which have no scale; of component sets, whose copies are new components; of text whose font is
 * missing here, which would be set anew. Rejects for what Figma cannot draw.
 */
export const prepareCopy = async (node: SceneNode, scale: number, size: Size): Promise<PutTile> =>
  (await canBeScaled(node, scale)) ? copyTile(node, scale) : pictureTile(node, size)

/**
 * Gets a frame itself ready. Its size is hers and stays: only copies are made to look equally large.
 */
export const prepareMove =
  (node: SceneNode): PutTile =>
  (section) => {
    const transform = node.absoluteTransform
    section.appendChild(node)
    turnLike(node, transform)
    return node
  }
