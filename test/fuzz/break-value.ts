import fc from 'fast-check'

type Path = readonly (string | number)[]

const isHolder = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  isHolder(value)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path]

const replaceAt = (value: unknown, [key, ...rest]: Path, next: unknown): unknown => {
  if (key === undefined) return next
  if (!isHolder(value)) return value
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  const inner = replaceAt(copy[key], rest, next)
  if (inner === undefined)
    return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== String(key)))
  copy[key] = inner
  return Array.isArray(value) ? Object.values(copy) : copy
}

/** What nobody expects in the place of a value; `undefined` leaves it out. */
const STRANGE: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\uD800',
  '../../etc/passwd',
  'x'.repeat(20_000),
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { __proto__: { admin: true }, constructor: 'x' },
]

/** The value with one place of it gone strange, or with something more than it may hold. */
export const breakValue = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(whole, fc.nat(), fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue()), fc.boolean())
    .map(([value, at, strange, isExtra]) => {
      const paths = pathsOf(value)
      const path = paths[at % paths.length] ?? []
      return isExtra
        ? replaceAt(value, [...path, 'unexpected'], strange ?? 1)
        : replaceAt(value, path, strange)
    })
