import type { DocumentEvent } from '../document/create-document.ts'
import type { NodeEdit } from '../document/history.ts'
import type { NodeRecord } from '../document/node-record.ts'
import { nodeReference } from './node-reference.ts'
import type { Session } from './session.ts'

type Edits = ReadonlyMap<string, NodeEdit>
type Change = { readonly id: string; readonly page: string | undefined; readonly event: unknown }

const changedProperties = (before: NodeRecord, after: NodeRecord): string[] => {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])
  const values = (node: NodeRecord): Record<string, unknown> => node.properties
  return [
    ...[...names].filter((name) => values(before)[name] !== values(after)[name]),
    ...(before.parent === after.parent ? [] : ['parent']),
    ...(before.pluginData === after.pluginData ? [] : ['pluginData']),
    ...(before.relaunchData === after.relaunchData ? [] : ['relaunchData']),
  ]
}

const toChanges = ({ host: { document } }: Session, edits: Edits): Change[] => {
  const lookUp = (id: string | null): NodeRecord | undefined =>
    id === null ? undefined : (document.find(id) ?? edits.get(id)?.before)
  const pageOf = (node: NodeRecord | undefined): string | undefined =>
    node === undefined || node.type === 'PAGE' ? node?.id : pageOf(lookUp(node.parent))
  const isNew = (id: string | null): boolean => id !== null && edits.get(id)?.before === undefined
  const isGone = (id: string | null): boolean => id !== null && document.find(id) === undefined

  return [...edits].flatMap(([id, { before, after }]): Change[] => {
    const base = { id, origin: 'LOCAL' }
    const page = pageOf(after ?? before)
    if (before === undefined && after !== undefined)
      return edits.has(after.parent ?? '') && isNew(after.parent)
        ? []
        : [{ id, page, event: { ...base, type: 'CREATE', node: nodeReference(document, id) } }]
    if (before !== undefined && after === undefined)
      return isGone(before.parent)
        ? []
        : [
            {
              id,
              page,
              event: { ...base, type: 'DELETE', node: { removed: true, type: before.type, id } },
            },
          ]
    if (before === undefined || after === undefined) return []
    const properties = changedProperties(before, after)
    return properties.length === 0
      ? []
      : [
          {
            id,
            page,
            event: {
              ...base,
              type: 'PROPERTY_CHANGE',
              properties,
              node: nodeReference(document, id),
            },
          },
        ]
  })
}

/**
 * Tells the plugin what happened in the document: later, and several changes at once (plugin-api.d.ts, line 484).
 * Returns the way to stop.
 */
export const reportChanges = (session: Session): (() => void) => {
  const { document } = session.host
  let edits = new Map<string, NodeEdit>()
  let events = new Set<string>()
  let scheduled = false

  const flush = (): void => {
    scheduled = false
    const [nodes, types] = [edits, events]
    edits = new Map()
    events = new Set()
    if (session.closed()) return
    const figma = session.emitter('figma ')
    for (const type of types) session.enter(() => figma.emit(type))
    const changes = toChanges(session, nodes)
    if (changes.length > 0)
      session.enter(() =>
        figma.emit('documentchange', { documentChanges: changes.map(({ event }) => event) }),
      )
    for (const page of new Set(changes.map((change) => change.page))) {
      const nodeChanges = changes.filter((change) => change.page === page)
      session.enter(() =>
        session
          .emitter(`PAGE ${page ?? ''}`)
          .emit('nodechange', { nodeChanges: nodeChanges.map(({ event }) => event) }),
      )
    }
  }
  const note = (event: DocumentEvent): void => {
    if (event.type === 'edit') {
      const { id, edit } = event
      const earlier = edits.get(id)
      edits.set(id, {
        before: earlier === undefined ? edit.before : earlier.before,
        after: edit.after,
      })
    } else if (event.type === 'current-page') events.add('currentpagechange')
    else if (event.page === document.currentPage()) events.add('selectionchange')
    if (scheduled) return
    scheduled = true
    void Promise.resolve().then(flush)
  }
  return document.listen(note)
}
