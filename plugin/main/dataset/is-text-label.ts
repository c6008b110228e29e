import { fillsOf } from './image-hashes-of.ts'

/** How much of a label its words cover at least; a number on a shirt covers less. */
const LEAST = 0.3
const PLATES: ReadonlySet<string> = new Set(['RECTANGLE', 'ELLIPSE', 'LINE', 'POLYGON'])
const HOLDERS: ReadonlySet<string> = new Set(['FRAME', 'GROUP', 'INSTANCE', 'COMPONENT'])

const leavesOf = (node: SceneNode): readonly SceneNode[] =>
  'children' in node ? node.children.filter(({ visible }) => visible).flatMap(leavesOf) : [node]

const areaOf = ({ width, height }: SceneNode): number => width * height

/** Whether a layer is words on a plain plate, such as a price tag: its plate goes with its words. */
export const isTextLabel = (node: SceneNode): boolean => {
  if (!HOLDERS.has(node.type)) return false
  const leaves = leavesOf(node)
  const words = leaves.filter(({ type }) => type === 'TEXT')
  const plates = leaves.filter(
    (leaf) => PLATES.has(leaf.type) && fillsOf(leaf).every(({ type }) => type !== 'IMAGE'),
  )
  return (
    words.length > 0 &&
    words.length + plates.length === leaves.length &&
    words.reduce((sum, word) => sum + areaOf(word), 0) >= LEAST * areaOf(node)
  )
}
