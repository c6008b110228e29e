import * as v from 'valibot'
import { ancestors, pageOf } from '../document/tree.ts'
import { eventMembers } from './event-members.ts'
import type { Members } from './member.ts'
import { nodeReference, NodeReference } from './node-reference.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'

/** What pages have: a selection, contents that are loaded, and the `nodechange` event. */
export const pageMembers = (session: Session): Members => {
  const { document, enforce } = session.host
  return {
    ...eventMembers(session, ['nodechange']),
    selection: {
      get: ({ id }) => document.selection(id).map((node) => nodeReference(document, node)),
      set: ({ id }, given) => {
        const nodes = parseValue(v.array(NodeReference), given, 'set_selection')
        const ids = [...new Set(nodes.map((node) => node.id))]
        enforce(
          'selection-on-page',
          ids.every((node) => pageOf(document, node) === id && node !== id),
          'in set_selection: The selection of a page can only include nodes in that page',
        )
        const isDirect = (node: string): boolean =>
          ancestors(document, node).every((above) => !ids.includes(above.id))
        document.select(id, enforce.isOn('selection-direct') ? ids.filter(isDirect) : ids)
      },
    },
    loadAsync: {
      call: ({ id }) => {
        session.loadedPages.add(id)
        return Promise.resolve()
      },
    },
  }
}
