import type { DocumentEvent } from '../document/create-document.ts'
import type { NodeEdit } from '../document/history.ts'
import { nodeChanges } from './node-changes.ts'
import type { Session } from './session.ts'

/**
 * Tells the plugin what happened in the document: later, and several changes at once (plugin-api.d.ts, line 515).
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
    const figma = session.emitter('figma')
    for (const type of types) session.enter(() => figma.emit(type))
    const changes = nodeChanges(document, nodes)
    const eventsOf = (page?: string): unknown[] =>
      changes
        .filter((change) => page === undefined || change.page === page)
        .map(({ event }) => event)
    if (changes.length > 0)
      session.enter(() => figma.emit('documentchange', { documentChanges: eventsOf() }))
    for (const page of new Set(changes.map((change) => change.page)))
      session.enter(() =>
        session.emitter('PAGE', page).emit('nodechange', { nodeChanges: eventsOf(page) }),
      )
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
