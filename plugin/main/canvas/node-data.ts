import * as v from 'valibot'
import { NodeId, PictureRef } from '../../../shared/picture-ref.ts'
import { Mark } from '../../../shared/mark.ts'
import { Recipe } from '../../../shared/recipe.ts'
import { versioned } from '../../../shared/versioned.ts'

const KEY = 'maquette'
/** On the layers of finished work: ungrouping takes the link away with the group, and leaves these. */
const PART_KEY = 'part'

const PlaceholderData = v.object({
  kind: v.literal('placeholder'),
  /** The frame's own id. Figma copies plugin data with the node, so a copy is known by another node's id. */
  node: NodeId,
  ...PictureRef.entries,
  brief: v.string(),
  /** Why it failed, in words; null while it waits. */
  failure: v.nullable(v.string()),
})
export type PlaceholderData = v.InferOutput<typeof PlaceholderData>

const DraftData = v.object({
  kind: v.literal('draft'),
  node: NodeId,
  recipe: Recipe,
  mark: v.optional(v.nullable(Mark), null),
})

/** Her own work, and the draft that it grew from. */
const FinishedData = v.object({ kind: v.literal('finished'), node: NodeId, of: PictureRef })

/** What Maquette keeps with a frame. */
const NodeData = v.variant('kind', [PlaceholderData, DraftData, FinishedData])
export type NodeData = v.InferOutput<typeof NodeData>

/** The picture that a frame waits for or shows. */
export const pictureOf = (data: NodeData | null): PictureRef | null => {
  switch (data?.kind) {
    case 'placeholder':
      return data
    case 'draft':
      return data.recipe
    case 'finished':
    case undefined:
      return null
  }
}

const stored = versioned(NodeData)
const storedPart = versioned(PictureRef)

export const writeNodeData = (node: SceneNode, data: NodeData): void =>
  node.setPluginData(KEY, stored.write(data))

/** What a copy that Figma did not make tells of the node that it shows. */
export const copyNodeData = (from: SceneNode, to: SceneNode): void =>
  to.setPluginData(KEY, from.getPluginData(KEY))

export const clearNodeData = (node: SceneNode): void => node.setPluginData(KEY, '')

/** Which draft a layer of finished work belongs to; null takes it back. */
export const writePart = (node: SceneNode, of: PictureRef | null): void =>
  node.setPluginData(PART_KEY, of === null ? '' : storedPart.write(of))

export const readPart = (node: SceneNode): PictureRef | null =>
  storedPart.read(node.getPluginData(PART_KEY))

/** What was stored with a node or with the one that it is a copy of; null for none of ours or broken data. */
export const readNodeData = (node: SceneNode): NodeData | null =>
  stored.read(node.getPluginData(KEY))

/** The data of a frame that is no copy, still on the canvas; null otherwise. */
export const readOwnData = (node: BaseNode | null): NodeData | null => {
  if (node === null || node.removed || node.type !== 'FRAME') return null
  const data = readNodeData(node)
  return data?.node === node.id ? data : null
}

export const readPlaceholder = (node: BaseNode | null): PlaceholderData | null => {
  const data = readOwnData(node)
  return data?.kind === 'placeholder' ? data : null
}

/** Every node of a loaded page that carries our data, copies included. */
export const nodesWithData = (page: PageNode): readonly SceneNode[] =>
  page.findAllWithCriteria({ pluginData: { keys: [KEY] } })

/** Every frame of a loaded page that carries our data, copies included. */
export const framesWithData = (page: PageNode): readonly FrameNode[] =>
  page.findAllWithCriteria({ types: ['FRAME'], pluginData: { keys: [KEY] } })
