import * as v from 'valibot'
import { copyNode } from '../document/copy-node.ts'
import { ROOT, type Document } from '../document/create-document.ts'
import type { NodeRecord } from '../document/node-record.ts'
import { ancestors, insertNode, removeNode } from '../document/tree.ts'
import { restack, stackChildren } from '../document/stack-children.ts'
import { HostError } from '../host-error.ts'
import type { Enforce } from '../rules/create-enforce.ts'
import type { Members } from './member.ts'
import { nodeReference, NodeReference } from './node-reference.ts'
import { parseValue } from './parse-value.ts'
import type { Reference } from './reference.ts'
import type { Session } from './session.ts'

const Index = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Refuses a place that Figma refuses: see the rules. */
export const checkPlace = (
  { document, enforce }: { document: Document; enforce: Enforce },
  parent: string,
  child: NodeRecord,
): void => {
  const node = document.node(parent)
  const above = [node, ...ancestors(document, parent)]
  enforce(
    'page-parent',
    (child.type === 'PAGE') === (node.type === 'DOCUMENT'),
    `in appendChild: Cannot move a ${child.type} into a ${node.type}`,
  )
  enforce(
    'own-descendant',
    above.every(({ id }) => id !== child.id),
    'in appendChild: Cannot move a node into itself',
  )
  enforce(
    'instance-children',
    above.every(({ type }) => type !== 'INSTANCE'),
    'in appendChild: Cannot move a node into an instance',
  )
}

/** A page's contents have to be loaded first, where the manifest asks for pages one by one. */
export const requireLoaded = ({ host, loadedPages }: Session, id: string): void => {
  const needed = host.manifest.documentAccess === 'dynamic-page'
  const isPage = host.document.node(id).type === 'PAGE'
  const isLoaded = loadedPages.has(id) || id === host.document.currentPage()
  host.enforce(
    'page-loaded',
    !needed || !isPage || isLoaded,
    'The page is not loaded. Call loadAsync() on it first.',
  )
}

/** What walks or watches the whole document needs all of its pages. */
export const requireAllLoaded = ({ host, loadedPages }: Session, where: string): void =>
  host.enforce(
    'all-pages-loaded',
    host.manifest.documentAccess !== 'dynamic-page' || loadedPages.has(ROOT),
    `in ${where}: Call figma.loadAllPagesAsync() first.`,
  )

/** Where a node is in the tree, and its moves there. */
export const treeMembers = (session: Session): Members => {
  const { document, enforce } = session.host
  const insert = (parent: string, given: unknown, at?: number): void => {
    requireLoaded(session, parent)
    const { id } = parseValue(NodeReference, given, 'appendChild')
    const child = document.node(id)
    checkPlace(session.host, parent, child)
    if (id === parent || ancestors(document, parent).some((above) => above.id === id)) return
    const rest = document.node(parent).children.filter((other) => other !== id)
    const index = at ?? rest.length
    enforce(
      'insert-index',
      index <= rest.length,
      `in insertChild: The index ${index} is past the last child`,
    )
    insertNode(document, parent, child, index)
    restack(document, id)
    if (child.parent !== null) stackChildren(document, child.parent)
  }
  const isInsideInstance = (id: string): boolean =>
    ancestors(document, id).some(({ type }) => type === 'INSTANCE')

  return {
    id: { get: ({ id }) => id },
    type: { get: ({ kind }) => kind },
    removed: { get: ({ id }) => document.find(id) === undefined },
    toString: { call: ({ id }: Reference) => `[Node ${id}]` },
    parent: {
      get: ({ id }) => {
        const { parent } = document.node(id)
        return parent === null ? null : nodeReference(document, parent)
      },
    },
    children: {
      get: ({ id }) => {
        requireLoaded(session, id)
        return document.node(id).children.map((child) => nodeReference(document, child))
      },
    },
    appendChild: { call: ({ id }, child) => insert(id, child) },
    insertChild: {
      call: ({ id }, index, child) => insert(id, child, parseValue(Index, index, 'insertChild')),
    },
    remove: {
      call: ({ id }) => {
        const { type, parent } = document.node(id)
        const pages = type === 'PAGE' ? document.node(parent ?? '').children.length : 2
        if (type === 'DOCUMENT' || pages === 1)
          throw new HostError('in remove: Removing this node is not allowed')
        enforce(
          'instance-children',
          !isInsideInstance(id),
          'in remove: Removing a node of an instance is not allowed',
        )
        removeNode(document, id)
        if (parent !== null) stackChildren(document, parent)
      },
    },
    clone: {
      call: ({ id }) => {
        const copy = copyNode(document, id)
        const beside = document.node(id).parent ?? ''
        const isCopiedInPlace = copy.type === 'PAGE' || !enforce.isOn('clone-parent')
        insertNode(document, isCopiedInPlace ? beside : document.currentPage(), copy)
        return nodeReference(document, copy.id)
      },
    },
    getTopLevelFrame: {
      call: ({ id }) => {
        const frame = [...ancestors(document, id).toReversed(), document.node(id)].find(
          ({ type }) => type === 'FRAME',
        )
        return frame === undefined ? undefined : nodeReference(document, frame.id)
      },
    },
  }
}
