import * as v from 'valibot'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'

const ENTRY_BYTES = 100_000
const DESCRIPTION_LENGTH = 1000
const Text = v.string()

const utf8Length = (text: string): number =>
  Array.from(text).reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)

/** Plugin data, shared data and relaunch buttons: stored with the node, copied with it, undone with it. */
export const dataMembers = ({ host }: Session): Members => {
  const { document, enforce, manifest } = host

  const store = (id: string, owner: string, key: string, entry: string, value: string): void => {
    enforce(
      'plugin-data-size',
      utf8Length(owner + key + value) <= ENTRY_BYTES,
      `in setPluginData: The entry "${key}" is larger than 100 kB`,
    )
    const node = document.node(id)
    const entries = Object.entries({ ...node.pluginData, [entry]: value })
    document.put({
      ...node,
      pluginData: Object.fromEntries(entries.filter(([, stored]) => stored !== '')),
    })
  }
  const keys = (id: string, prefix: string): string[] =>
    Object.keys(document.node(id).pluginData)
      .filter((entry) => entry.startsWith(prefix))
      .map((entry) => entry.slice(prefix.length))
  const shared = (namespace: unknown): string => {
    const name = parseValue(Text, namespace, 'setSharedPluginData')
    enforce(
      'shared-namespace',
      /^[A-Za-z0-9_.]{3,}$/.test(name),
      'in setSharedPluginData: The namespace must be at least 3 alphanumeric characters',
    )
    return `shared/${name}/`
  }
  const own = (key: unknown): string => `own/${parseValue(Text, key, 'setPluginData')}`
  const read = (id: string, entry: string): string => document.node(id).pluginData[entry] ?? ''

  return {
    getPluginData: { call: ({ id }, key) => read(id, own(key)) },
    getPluginDataKeys: { call: ({ id }) => keys(id, 'own/') },
    setPluginData: {
      call: ({ id }, ...values) => {
        const [key, value] = parseValue(v.tuple([Text, Text]), values, 'setPluginData')
        store(id, manifest.id, key, own(key), value)
      },
    },
    getSharedPluginData: {
      call: ({ id }, namespace, key) => read(id, shared(namespace) + parseValue(Text, key, 'key')),
    },
    getSharedPluginDataKeys: { call: ({ id }, namespace) => keys(id, shared(namespace)) },
    setSharedPluginData: {
      call: ({ id }, ...values) => {
        const [namespace, key, value] = parseValue(
          v.tuple([Text, Text, Text]),
          values,
          'setSharedPluginData',
        )
        store(id, namespace, key, shared(namespace) + key, value)
      },
    },
    getRelaunchData: { call: ({ id }) => document.node(id).relaunchData },
    setRelaunchData: {
      call: ({ id }, data) => {
        const relaunchData = parseValue(v.record(Text, Text), data, 'setRelaunchData')
        enforce(
          'relaunch-description',
          Object.values(relaunchData).every(({ length }) => length <= DESCRIPTION_LENGTH),
          'in setRelaunchData: A description is longer than 1000 characters',
        )
        document.put({ ...document.node(id), relaunchData })
      },
    },
  }
}
