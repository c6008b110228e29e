import type { PieceChoices } from '../../../shared/piece-memory.ts'
import type { LeftOut, Omission, TrainingSwitches } from '../../../shared/training.ts'
import type { KnownImages } from './known-images.ts'
import { whyLeftOut } from './why-left-out.ts'

/** A layer of a subject, or of its copy, and what becomes of it. */
export type PlannedLayer = {
  readonly node: SceneNode
  /** By which rule it is left out; null for what is a part of the picture. */
  readonly why: Omission | null
  /** It is drawn: no rule, a switch that is off, or her word. */
  readonly isKept: boolean
  /** None of one that is not drawn, or whose layers have no life of their own. */
  readonly children: readonly PlannedLayer[]
}

/** What becomes of each layer of a subject. The subject itself is never left out. */
export const planLayers = (
  subject: SceneNode,
  plan: TrainingSwitches & Pick<PieceChoices, 'keep'>,
  known: KnownImages,
): PlannedLayer => {
  const planOne = (node: SceneNode, isHers: boolean): PlannedLayer => {
    const found = whyLeftOut(node, plan, known)
    // What she keeps, she keeps with all that can be seen of it.
    const why = isHers && found !== 'hidden' ? null : found
    const keeps = plan.keep.includes(node.id)
    const isKept = why === null || keeps || !plan.leaveOut.includes(why)
    return { node, why, isKept, children: isKept ? childrenOf(node, isHers || keeps) : [] }
  }
  const childrenOf = (node: SceneNode, isHers: boolean): readonly PlannedLayer[] =>
    'children' in node && node.type !== 'BOOLEAN_OPERATION'
      ? node.children.map((child) => planOne(child, isHers))
      : []
  return { node: subject, why: null, isKept: true, children: childrenOf(subject, false) }
}

/** All layers that are drawn, the subject first, back to front. */
export const keptLayers = (layer: PlannedLayer): readonly PlannedLayer[] =>
  layer.isKept ? [layer, ...layer.children.flatMap(keptLayers)] : []

/** What the rules leave out, her exceptions among it. Hidden layers without an exception are not worth telling. */
export const leftOutLayers = (layer: PlannedLayer): readonly LeftOut[] => {
  const { node, why, isKept, children } = layer
  const inside = children.flatMap(leftOutLayers)
  return why === null || (why === 'hidden' && !isKept)
    ? inside
    : [{ node: node.id, name: node.name, why, kept: isKept }, ...inside]
}
