import * as v from 'valibot'
import { NodeType } from '../document/node-record.ts'
import { HostError } from '../host-error.ts'
import type { Found } from '../inside/create-proxies.ts'
import { membersOf, type ObjectKind } from '../members/members.ts'
import { clientStorageMembers } from './client-storage-members.ts'
import { componentMembers } from './component-members.ts'
import { dataMembers } from './data-members.ts'
import { eventMembers } from './event-members.ts'
import { exportMembers } from './export-members.ts'
import { figmaMembers } from './figma-members.ts'
import { findMembers } from './find-members.ts'
import { missingFontMembers } from './font-members.ts'
import { geometryMembers } from './geometry-members.ts'
import { imageMembers } from './image-members.ts'
import type { Member, Members } from './member.ts'
import { pageMembers } from './page-members.ts'
import { propertyMembers } from './property-members.ts'
import type { Reference } from './reference.ts'
import type { Session } from './session.ts'
import { suggestionMembers } from './suggestion-members.ts'
import { treeMembers } from './tree-members.ts'
import { uiMembers } from './ui-members.ts'
import { utilMembers } from './util-members.ts'
import { viewportMembers } from './viewport-members.ts'

/** What can still be asked of a node that is gone (plugin-api.d.ts, line 3663). */
const OF_THE_REMOVED = ['id', 'type', 'removed', 'toString']

/** Every read, write and call of the plugin's. */
export type Access = {
  has: (self: Reference, name: string) => boolean
  get: (self: Reference, name: string) => Found
  set: (self: Reference, name: string, value: unknown) => void
  call: (self: Reference, name: string, values: readonly unknown[]) => unknown
}

/** What the host offers of a kind of object. All types of node share one table: the typings say which has what. */
export const createTables = (session: Session): ((kind: ObjectKind) => Members) => {
  const nodes: Members = {
    ...propertyMembers(session),
    ...geometryMembers(session),
    ...dataMembers(session),
    ...treeMembers(session),
    ...findMembers(session),
    ...pageMembers(session),
    ...componentMembers(session),
    ...exportMembers(session),
    ...missingFontMembers(session),
  }
  const others: Record<Exclude<ObjectKind, NodeType>, Members> = {
    figma: figmaMembers(session),
    ui: uiMembers(session),
    clientStorage: clientStorageMembers(session),
    viewport: viewportMembers(session),
    util: utilMembers,
    parameters: eventMembers(session, ['input']),
    suggestions: suggestionMembers(session),
    notification: {
      cancel: { call: ({ id }: Reference) => session.notifications[Number(id)]?.() },
    },
    image: imageMembers(session),
  }
  return (kind) => (v.is(NodeType, kind) ? nodes : others[kind])
}

export const createAccess = (session: Session): Access => {
  const { document, enforce } = session.host
  const tableOf = createTables(session)

  const member = ({ kind }: Reference, name: string): Member => {
    enforce('after-close', !session.closed(), `The plugin is closed: figma's "${name}" is no more`)
    if (!membersOf(kind).has(name))
      throw new HostError(`Figma has no such member: "${name}" of ${kind}`)
    const found = tableOf(kind)[name]
    if (found === undefined) throw new HostError(`"${name}" of ${kind} is not in our host yet`)
    return found
  }
  /** True for a node that is there, and for anything else. */
  const isThere = ({ kind, id }: Reference, name: string): boolean => {
    if (!v.is(NodeType, kind) || OF_THE_REMOVED.includes(name)) return true
    const exists = document.find(id) !== undefined
    enforce('removed-node', exists, `in ${name}: The node with id "${id}" does not exist`)
    return exists
  }

  return {
    has: ({ kind }, name) => membersOf(kind).has(name),
    get: (self, name) => {
      const found = member(self, name)
      if ('call' in found) return { method: true }
      const value = isThere(self, name) ? found.get(self) : undefined
      return { value, frozen: enforce.isOn('frozen-values') }
    },
    set: (self, name, value) => {
      const found = member(self, name)
      const isWritable = membersOf(self.kind).get(name) === 'writable'
      enforce('read-only', isWritable, `in set_${name}: "${name}" is read-only`)
      if (!isWritable || !isThere(self, name)) return
      if ('call' in found || found.set === undefined)
        throw new HostError(`Setting "${name}" of ${self.kind} is not in our host yet`)
      found.set(self, value)
    },
    call: (self, name, values) => {
      const found = member(self, name)
      if (!('call' in found)) throw new HostError(`"${name}" of ${self.kind} is not a function`)
      return isThere(self, name) ? found.call(self, ...values) : undefined
    },
  }
}
