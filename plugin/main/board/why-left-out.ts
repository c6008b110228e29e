import { excerpt } from '../canvas/excerpt.ts'
import { readNodeData } from '../canvas/node-data.ts'
import { isLocked } from './is-locked.ts'

const NAME_LIMIT = 30

const nameOf = ({ name }: SceneNode): string => {
  const shown = excerpt(name, NAME_LIMIT)
  return shown === '' ? 'A layer without a name' : `“${shown}”`
}

const ancestorsOf = ({ parent }: BaseNode): readonly BaseNode[] =>
  parent === null ? [] : [parent, ...ancestorsOf(parent)]

const isLayer = (node: BaseNode): node is SceneNode =>
  node.type !== 'PAGE' && node.type !== 'DOCUMENT'

/** Why it cannot go on a board itself, instead of a copy of it. */
const whyNotMoved = (node: SceneNode): string | null => {
  const above = ancestorsOf(node)
  if (above.some(({ type }) => type === 'INSTANCE'))
    return 'is part of an instance and stays there. Copy it instead.'
  if (above.some(({ type }) => type === 'COMPONENT' || type === 'COMPONENT_SET'))
    return 'is part of a component, which would change everywhere. Copy it instead.'
  const { parent } = node
  if (parent !== null && 'layoutMode' in parent && parent.layoutMode !== 'NONE')
    return 'is held by auto-layout. Copy it instead.'
  if (isLocked(node)) return 'is locked. Unlock it, or copy it instead.'
  if ([node, ...above.filter(isLayer)].some(({ visible }) => !visible))
    return 'is hidden. Show it, or copy it instead.'
  return null
}

/** For a layer that Figma does not draw. */
export const unseen = (node: SceneNode): string => `${nameOf(node)} shows nothing.`

/** Why a layer cannot be compared, in a sentence; null when it can. */
export const whyLeftOut = (node: SceneNode, moves: boolean): string | null => {
  const box = node.absoluteBoundingBox
  if (readNodeData(node)?.kind === 'placeholder') return `${nameOf(node)} has no picture yet.`
  if (box === null || box.width < 1 || box.height < 1) return unseen(node)
  const why = moves ? whyNotMoved(node) : null
  return why === null ? null : `${nameOf(node)} ${why}`
}
