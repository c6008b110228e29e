import { copyNode } from './document/copy-node.ts'
import { newNode, ROOT } from './document/create-document.ts'
import { absoluteTransform, setAbsoluteTransform } from './document/geometry.ts'
import { solid } from './document/paint.ts'
import { resizeNode } from './document/resize-node.ts'
import { ancestors, insertNode, pageOf, removeNode } from './document/tree.ts'
import { restack, stackChildren } from './document/stack-children.ts'
import type { NodeProperties } from './document/node-properties.ts'
import type { HostState } from './host-state.ts'
import type { NewFrame, Person } from './host.ts'
import { toSceneItem } from './to-scene.ts'

export const createPerson = (state: HostState): Person => {
  const { document, images } = state
  const { history } = document

  /** One undo step. A plugin's open edits are a step of their own, before it. */
  const step = <T>(work: () => T): T => {
    history.commit()
    const result = work()
    history.commit()
    return result
  }
  const outermost = (ids: readonly string[]): string[] =>
    [...new Set(ids)].filter((id) =>
      ancestors(document, id).every((above) => !ids.includes(above.id)),
    )
  const fillsOf = ({ image, fill }: NewFrame): Partial<NodeProperties> => {
    if (image !== undefined)
      return { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: images.add(image) }] }
    return fill === undefined ? {} : { fills: [solid(fill.r, fill.g, fill.b)] }
  }

  return {
    select: (ids) => document.select(document.currentPage(), outermost(ids)),
    move: (ids, dx, dy) =>
      step(() => {
        for (const id of outermost(ids)) {
          const [[a, b, x], [c, d, y]] = absoluteTransform(document, id)
          setAbsoluteTransform(document, id, [
            [a, b, x + dx],
            [c, d, y + dy],
          ])
          restack(document, id)
        }
      }),
    resize: (id, width, height) =>
      step(() => {
        resizeNode(document, id, width, height)
        restack(document, id)
      }),
    rename: (id, name) => step(() => document.assign(id, { name })),
    setLocked: (id, locked) => step(() => document.assign(id, { locked })),
    remove: (ids) =>
      step(() => {
        for (const id of outermost(ids)) {
          const { parent } = document.node(id)
          removeNode(document, id)
          if (parent !== null) stackChildren(document, parent)
        }
      }),
    duplicate: (ids) =>
      step(() =>
        outermost(ids).map((id) => {
          const { parent } = document.node(id)
          const copy = copyNode(document, id)
          insertNode(document, parent ?? document.currentPage(), copy)
          return copy.id
        }),
      ),
    addFrame: (frame) => {
      const { name, x, y, width, height, parent = document.currentPage() } = frame
      const fills = fillsOf(frame)
      return step(() => {
        const values = { name, x, y, width, height, ...fills }
        const node = newNode(document.nextId(), 'FRAME', values)
        insertNode(document, parent, node)
        restack(document, node.id)
        return node.id
      })
    },
    addPage: (name) =>
      step(() => {
        const page = newNode(document.nextId(), 'PAGE', { name })
        insertNode(document, ROOT, page)
        return page.id
      }),
    setCurrentPage: (id) => document.setCurrentPage(id),
    removePage: (id) => {
      if (document.node(ROOT).children.length > 1) step(() => removeNode(document, id))
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    node: (id) =>
      document.find(id) === undefined || pageOf(document, id) === undefined
        ? null
        : toSceneItem(state, id),
    pluginData: (id, key) => document.node(id).pluginData[`own/${key}`] ?? '',
  }
}
