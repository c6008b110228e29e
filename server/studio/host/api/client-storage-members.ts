import * as v from 'valibot'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import { requirePlain } from './require-plain.ts'
import type { Session } from './session.ts'

const QUOTA = 5_000_000

/**
 * What an entry takes: the key and the value as JSON, but bytes as bytes
 * (https://developers.figma.com/docs/plugins/api/figma-clientStorage).
 */
const entrySize = (key: string, value: unknown): number => {
  let bytes = 0
  const json = JSON.stringify(value, (_, each: unknown) => {
    if (!(each instanceof Uint8Array)) return each
    bytes += each.length
    return undefined
  }) as string | undefined
  return key.length + (json?.length ?? 0) + bytes
}

/** Kept on this machine for this plugin; no part of the document, and never undone. */
export const clientStorageMembers = ({ host }: Session): Members => {
  const { clientStorage, enforce } = host
  const key = (given: unknown): string => parseValue(v.string(), given, 'clientStorage')
  return {
    getAsync: { call: (_, name) => Promise.resolve(clientStorage.get(key(name))) },
    keysAsync: { call: () => Promise.resolve([...clientStorage.keys()]) },
    setAsync: {
      call: async (_, given, value) => {
        const name = await Promise.resolve(key(given))
        requirePlain(value, 'setAsync')
        const others = [...clientStorage].filter(([other]) => other !== name)
        const size = [...others, [name, value] as const].reduce(
          (sum, entry) => sum + entrySize(...entry),
          0,
        )
        enforce(
          'client-storage-quota',
          size <= QUOTA,
          'in setAsync: The storage quota of 5 MB is exceeded',
        )
        clientStorage.set(name, value)
        host.changed('clientStorage')
      },
    },
    deleteAsync: {
      call: (_, name) => {
        clientStorage.delete(key(name))
        host.changed('clientStorage')
        return Promise.resolve()
      },
    },
  }
}
