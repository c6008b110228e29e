import type { DocumentSnapshot } from '../document-snapshot.ts'
import { HostError } from '../host-error.ts'
import { createHistory, type History, type NodeEdit } from './history.ts'
import type { NodeProperties } from './node-properties.ts'
import type { NodeRecord } from './node-record.ts'

export const ROOT = '0:0'
const FIRST_PAGE = '0:1'

export type DocumentEvent =
  | { readonly type: 'edit'; readonly id: string; readonly edit: NodeEdit }
  | { readonly type: 'selection'; readonly page: string }
  | { readonly type: 'current-page' }

/** The nodes of one file, its undo history, and what is selected. Every change goes through `put` and `drop`. */
export type Document = {
  readonly history: History
  find: (id: string) => NodeRecord | undefined
  /** Throws for a node that is not there. */
  node: (id: string) => NodeRecord
  nodes: () => Iterable<NodeRecord>
  put: (node: NodeRecord) => void
  drop: (id: string) => void
  /** Stores values with a node. */
  assign: (id: string, values: Partial<NodeProperties>) => void
  nextId: () => string
  currentPage: () => string
  setCurrentPage: (id: string) => void
  selection: (page: string) => readonly string[]
  select: (page: string, ids: readonly string[]) => void
  listen: (listener: (event: DocumentEvent) => void) => () => void
  snapshot: () => DocumentSnapshot
}

const blank = { children: [], properties: {}, pluginData: {}, relaunchData: {} }

const emptySnapshot: DocumentSnapshot = {
  version: 1,
  nextId: 2,
  currentPage: FIRST_PAGE,
  nodes: [
    { ...blank, id: ROOT, type: 'DOCUMENT', parent: null, children: [FIRST_PAGE] },
    { ...blank, id: FIRST_PAGE, type: 'PAGE', parent: ROOT, properties: { name: 'Page 1' } },
  ],
}

/** A new node, not yet anywhere in the tree. */
export const newNode = (
  id: string,
  type: NodeRecord['type'],
  properties: Partial<NodeProperties> = {},
): NodeRecord => ({ ...blank, id, type, parent: null, properties })

export const createDocument = (snapshot: DocumentSnapshot = emptySnapshot): Document => {
  const nodes = new Map(snapshot.nodes.map((node) => [node.id, node as NodeRecord]))
  const selections = new Map<string, readonly string[]>()
  const listeners = new Set<(event: DocumentEvent) => void>()
  let nextId = snapshot.nextId
  let currentPage = snapshot.currentPage

  let held: DocumentEvent[] | null = null
  const tell = (event: DocumentEvent): void => {
    if (held !== null) held.push(event)
    else for (const listener of [...listeners]) listener(event)
  }
  /** Nobody hears of a step before all of it is done: halfway, the tree is not whole. */
  const whole = (work: () => boolean): boolean => {
    held = []
    const done = work()
    const events = held
    held = null
    events.forEach(tell)
    return done
  }
  const node = (id: string): NodeRecord => {
    const found = nodes.get(id)
    if (found === undefined) throw new HostError(`The node with id "${id}" does not exist`)
    return found
  }
  const select = (page: string, ids: readonly string[]): void => {
    selections.set(page, ids)
    tell({ type: 'selection', page })
  }
  const setCurrentPage = (id: string): void => {
    if (id === currentPage) return
    currentPage = id
    tell({ type: 'current-page' })
    tell({ type: 'selection', page: id })
  }
  const deselect = (id: string): void => {
    for (const [page, ids] of selections)
      if (ids.includes(id))
        select(
          page,
          ids.filter((selected) => selected !== id),
        )
  }
  /** Puts a node as it is to be; undefined removes it. */
  const apply = (id: string, after: NodeRecord | undefined): void => {
    const before = nodes.get(id)
    if (after === undefined) nodes.delete(id)
    else nodes.set(id, after)
    tell({ type: 'edit', id, edit: { before, after } })
    if (after !== undefined) return
    deselect(id)
    if (id === currentPage) setCurrentPage(node(ROOT).children.find((page) => page !== id) ?? ROOT)
  }
  const history = createHistory(apply)
  const edit = (id: string, after: NodeRecord | undefined): void => {
    history.record(id, { before: nodes.get(id), after })
    apply(id, after)
  }

  return {
    history: {
      ...history,
      undo: () => whole(history.undo),
      redo: () => whole(history.redo),
    },
    find: (id) => nodes.get(id),
    node,
    nodes: () => nodes.values(),
    put: (after) => edit(after.id, after),
    drop: (id) => edit(id, undefined),
    assign: (id, values) => {
      const before = node(id)
      edit(id, { ...before, properties: { ...before.properties, ...values } })
    },
    nextId: () => `1:${nextId++}`,
    currentPage: () => currentPage,
    setCurrentPage,
    selection: (page) => selections.get(page) ?? [],
    select,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => ({ version: 1, nextId, currentPage, nodes: [...nodes.values()] }),
  }
}
