import * as v from 'valibot'
import type { NodeRecord } from '../document/node-record.ts'
import { descendants } from '../document/tree.ts'
import type { Members } from './member.ts'
import { nodeReference } from './node-reference.ts'
import { parseValue } from './parse-value.ts'
import { isFunction, type Reference } from './reference.ts'
import type { Session } from './session.ts'
import { requireAllLoaded, requireLoaded } from './tree-members.ts'

const Keys = v.optional(v.array(v.string()))
const Criteria = v.strictObject({
  types: Keys,
  pluginData: v.optional(v.strictObject({ keys: Keys })),
  sharedPluginData: v.optional(v.strictObject({ namespace: v.string(), keys: Keys })),
})

const hasData = (node: NodeRecord, prefix: string, keys: string[] | undefined): boolean => {
  const entries = Object.keys(node.pluginData)
  return keys === undefined
    ? entries.some((entry) => entry.startsWith(prefix))
    : keys.some((key) => entries.includes(prefix + key))
}

/** Searches among the children, or in the whole subtree, parents first (plugin-api.d.ts, line 7122). */
export const findMembers = (session: Session): Members => {
  const { document } = session.host
  const below = (id: string): NodeRecord[] => {
    requireLoaded(session, id)
    if (document.node(id).type === 'DOCUMENT') requireAllLoaded(session, 'findAll')
    return descendants(document, id)
  }
  const children = (id: string): NodeRecord[] => {
    requireLoaded(session, id)
    return document.node(id).children.map((child) => document.node(child))
  }
  const reference = ({ id }: NodeRecord): Reference => nodeReference(document, id)
  const fits =
    (callback: unknown) =>
    (node: Reference): boolean =>
      !isFunction(callback) || Boolean(callback(node))

  return {
    findAll: { call: ({ id }, callback) => below(id).map(reference).filter(fits(callback)) },
    findOne: { call: ({ id }, callback) => below(id).map(reference).find(fits(callback)) ?? null },
    findChildren: {
      call: ({ id }, callback) => children(id).map(reference).filter(fits(callback)),
    },
    findChild: {
      call: ({ id }, callback) => children(id).map(reference).find(fits(callback)) ?? null,
    },
    findAllWithCriteria: {
      call: ({ id }, given) => {
        const {
          types,
          pluginData,
          sharedPluginData: shared,
        } = parseValue(Criteria, given, 'findAllWithCriteria')
        return below(id)
          .filter((node) => types === undefined || types.includes(node.type))
          .filter((node) => pluginData === undefined || hasData(node, 'own/', pluginData.keys))
          .filter(
            (node) =>
              shared === undefined || hasData(node, `shared/${shared.namespace}/`, shared.keys),
          )
          .map(reference)
      },
    },
  }
}
