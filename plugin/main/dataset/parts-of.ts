import type { TrainingSwitches } from '../../../shared/training.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'
import { inReadingOrder } from '../canvas/reading-order.ts'
import { imageHashesOf } from './image-hashes-of.ts'
import type { KnownImages } from './known-images.ts'
import { whyLeftOut } from './why-left-out.ts'

const MOST = 100
/** A figurine is at least so long, as a part of what holds it, and so large, as a part of the largest beside it. */
const LENGTH = 0.1
const SIMILAR = 0.25
/** What fills so much of its holder, alone, is the holder of figurines itself. */
const WRAPPER = 0.6

const FIGURES: ReadonlySet<string> = new Set(['FRAME', 'GROUP', 'COMPONENT', 'INSTANCE', 'SECTION'])
const GRIDS: ReadonlySet<string> = new Set(['SECTION', 'COMPONENT_SET'])

type Part = { readonly node: SceneNode; readonly box: Rectangle }

const areaOf = ({ width, height }: Rectangle): number => width * height
const lengthOf = ({ width, height }: Rectangle): number => Math.max(width, height)

export type Parts = {
  readonly nodes: readonly SceneNode[]
  /** They lie apart, so each is probably a figurine of its own. */
  readonly areApart: boolean
}

/** The layers of a layer that may be figurines of their own, such as the cells of a grid; none when there is but one. */
export const partsOf = (
  holder: SceneNode,
  switches: Pick<TrainingSwitches, 'names'>,
  known: KnownImages,
): Parts => {
  const none: Parts = { nodes: [], areApart: false }
  const outside = holder.absoluteBoundingBox
  if (!('children' in holder) || holder.type === 'BOOLEAN_OPERATION' || outside === null)
    return none
  const found = holder.children.flatMap((node): Part[] => {
    const box = node.absoluteBoundingBox
    const isFigure = FIGURES.has(node.type) || imageHashesOf(node).length > 0
    if (!isFigure || box === null || lengthOf(box) < LENGTH * lengthOf(outside)) return []
    return whyLeftOut(node, switches, known) === null ? [{ node, box }] : []
  })
  const [first] = found
  if (found.length === 1 && first !== undefined)
    return areaOf(first.box) >= WRAPPER * areaOf(outside)
      ? partsOf(first.node, switches, known)
      : none
  const largest = Math.max(...found.map(({ box }) => areaOf(box)))
  const similar = found.filter(({ box }) => areaOf(box) >= SIMILAR * largest)
  if (similar.length < 2) return none
  const parts = inReadingOrder(similar, ({ box }) => box).slice(0, MOST)
  const areApart = parts.every(({ box }, at) =>
    parts.slice(at + 1).every((other) => !areCloser(box, other.box, 0)),
  )
  return {
    nodes: parts.map(({ node }) => node),
    areApart: areApart || GRIDS.has(holder.type),
  }
}
