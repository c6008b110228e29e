import * as v from 'valibot'
import { newNode, ROOT } from '../document/create-document.ts'
import {
  absoluteBounds,
  absoluteTransform,
  setAbsoluteTransform,
  unionOf,
} from '../document/geometry.ts'
import type { NodeType } from '../document/node-record.ts'
import { insertNode, pageOf, removeNode } from '../document/tree.ts'
import { HostError } from '../host-error.ts'
import type { Member, Members } from './member.ts'
import { nodeReference, NodeReference } from './node-reference.ts'
import { parseValue } from './parse-value.ts'
import { createReference, type Reference } from './reference.ts'
import type { Session } from './session.ts'
import { checkPlace } from './tree-members.ts'

/** What `group` and `combineAsVariants` take. */
const GatherArguments = v.tuple([v.array(NodeReference), NodeReference, v.optional(v.number())])

/** What makes nodes. A new node lies on the current page, on top. */
export const createMembers = ({ host }: Session): Members => {
  const { document, enforce } = host
  const create = (type: NodeType, parent = document.currentPage(), index?: number): Reference => {
    const node = newNode(document.nextId(), type)
    insertNode(document, parent, node, index)
    return nodeReference(document, node.id)
  }
  const creates = (type: NodeType): Member => ({ call: () => create(type) })

  /** The nodes stay where they are on the page (plugin-api.d.ts, line 1875). */
  const gather = (type: 'GROUP' | 'COMPONENT_SET', where: string): Member => ({
    call: (_, ...values) => {
      const [nodes, { id: parent }, index] = parseValue(
        GatherArguments,
        values.length === 2 ? [...values, undefined] : values,
        where,
      )
      enforce(
        'group-not-empty',
        nodes.length > 0,
        `in ${where}: The list of nodes must not be empty`,
      )
      for (const { id } of nodes) checkPlace(host, parent, document.node(id))
      const area = unionOf(nodes.map(({ id }) => absoluteBounds(document, id)))
      const made = create(type, parent, index)
      if (type === 'COMPONENT_SET') {
        const { x, y } = absoluteBounds(document, made.id)
        document.assign(made.id, { ...area, x: area.x - x, y: area.y - y })
      }
      for (const { id } of nodes) {
        const before = absoluteTransform(document, id)
        insertNode(document, made.id, document.node(id))
        setAbsoluteTransform(document, id, before)
      }
      return made
    },
  })

  /** Its children take its place, and its place in the selection (plugin-api.d.ts, line 1957). */
  const ungroup = (id: string): readonly Reference[] => {
    const { parent, children } = document.node(id)
    if (parent === null) throw new HostError('in ungroup: This node cannot be ungrouped')
    for (const child of children) checkPlace(host, parent, document.node(child))
    const page = pageOf(document, id) ?? ''
    const selection = document.selection(page).flatMap((one) => (one === id ? children : [one]))
    const at = document.node(parent).children.indexOf(id)
    for (const [index, child] of children.entries()) {
      const before = absoluteTransform(document, child)
      insertNode(document, parent, document.node(child), at + index)
      setAbsoluteTransform(document, child, before)
    }
    if (document.find(id) !== undefined) removeNode(document, id)
    document.select(page, selection)
    return children.map((child) => nodeReference(document, child))
  }

  return {
    createFrame: creates('FRAME'),
    createRectangle: creates('RECTANGLE'),
    createEllipse: creates('ELLIPSE'),
    createText: creates('TEXT'),
    createSection: creates('SECTION'),
    createSlice: creates('SLICE'),
    createComponent: creates('COMPONENT'),
    createPage: {
      call: () => {
        const page = create('PAGE', ROOT)
        document.assign(page.id, { name: `Page ${document.node(ROOT).children.length}` })
        return page
      },
    },
    group: gather('GROUP', 'group'),
    ungroup: { call: (_, given) => ungroup(parseValue(NodeReference, given, 'ungroup').id) },
    combineAsVariants: gather('COMPONENT_SET', 'combineAsVariants'),
    createImage: {
      call: (_, bytes) => {
        if (!(bytes instanceof Uint8Array))
          throw new HostError('in createImage: Expected a Uint8Array')
        return createReference('image', host.images.add(bytes))
      },
    },
    getImageByHash: {
      call: (_, given) => {
        const hash = parseValue(v.string(), given, 'getImageByHash')
        return host.images.get(hash) === undefined ? null : createReference('image', hash)
      },
    },
  }
}
