import * as v from 'valibot'
import { memberNames } from './member-names.ts'

/** What holds members: `figma`, its parts, and each type of node. */
export type ObjectKind = keyof typeof memberNames
export const ObjectKind = v.custom<ObjectKind>(
  (value) => typeof value === 'string' && Object.hasOwn(memberNames, value),
)

export type Access = 'methods' | 'readonly' | 'writable'

const accessByName = (kind: ObjectKind): ReadonlyMap<string, Access> => {
  const { methods, readonly, writable } = memberNames[kind]
  const entries = (names: string, access: Access): [string, Access][] =>
    names
      .split(' ')
      .filter((name) => name !== '')
      .map((name) => [name, access])
  return new Map([
    ...entries(methods, 'methods'),
    ...entries(readonly, 'readonly'),
    ...entries(writable, 'writable'),
  ])
}

const kinds = new Map<ObjectKind, ReadonlyMap<string, Access>>()

/** The names that Figma gives an object, generated from its typings. */
export const membersOf = (kind: ObjectKind): ReadonlyMap<string, Access> => {
  const known = kinds.get(kind) ?? accessByName(kind)
  kinds.set(kind, known)
  return known
}
