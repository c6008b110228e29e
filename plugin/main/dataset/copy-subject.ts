import type { PlannedLayer } from './plan-layers.ts'

/** Where a copy is made; whatever is made is told first of all, so that nothing is left behind. */
type Made = (node: SceneNode) => void

/** A frame can hold no section, so a section is copied as a frame that looks the same. */
const copySection = (section: SectionNode, made: Made): FrameNode => {
  const frame = figma.createFrame()
  made(frame)
  frame.resize(section.width, section.height)
  frame.fills = section.fills
  frame.clipsContent = false
  for (const child of section.children) {
    const copy = copyNode(child, made)
    frame.appendChild(copy)
    copy.x = child.x
    copy.y = child.y
  }
  return frame
}

const copyNode = (node: SceneNode, made: Made): SceneNode => {
  if (node.type === 'SECTION') return copySection(node, made)
  // The clone of a component would be one more component.
  const copy = node.type === 'COMPONENT' ? node.createInstance() : node.clone()
  made(copy)
  return copy
}

/** The plan of a copy: the same layers in the same places. */
const planOfCopy = (layer: PlannedLayer, copy: SceneNode): PlannedLayer => {
  const copies = 'children' in copy ? copy.children : []
  return {
    ...layer,
    node: copy,
    children: layer.children.flatMap((child, at) => {
      const twin = copies[at]
      return twin === undefined ? [] : [planOfCopy(child, twin)]
    }),
  }
}

/** A copy of a subject with the plan of its layers, anywhere on the current page. */
export const copySubject = (subject: PlannedLayer, made: Made): PlannedLayer =>
  planOfCopy(subject, copyNode(subject.node, made))
