const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`
const RANGE = new RegExp(
  String.raw`^${NUMBER}\s*(?:–|—|-|to|\.\.)\s*${NUMBER}(?:\s*(?:by|step|/)\s*${NUMBER})?$`,
  'i',
)
/** More than any sweep takes: a range that is longer was not meant. */
const LONGEST = 1000

/** Sums of decimals are a little off in binary. */
const clean = (value: number): number => Number(value.toFixed(6))

const rangeOf = (from: number, to: number, by: number): readonly number[] => {
  const step = Math.abs(by)
  const count = Math.floor(Math.abs(to - from) / step + 1e-6) + 1
  return count > LONGEST
    ? []
    : Array.from({ length: count }, (_, at) => clean(from + Math.sign(to - from) * at * step))
}

const valuesOf = (part: string): readonly number[] => {
  const [found, from, to, by = '1'] = RANGE.exec(part) ?? []
  return found === undefined ? [Number(part)] : rangeOf(Number(from), Number(to), Number(by))
}

/**
 * Numbers as she types them: a list (`0.6, 0.8, 1`), a range (`0.5 to 1.2 by 0.1`, `1-4`), or both mixed; without `by`
 * a range goes in steps of 1. Doubles are left out. Null for anything else.
 */
export const parseValues = (text: string): readonly number[] | null => {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const lists = parts.map(valuesOf)
  const isClear = lists.every((list) => list.length > 0 && list.every(Number.isFinite))
  return parts.length > 0 && isClear ? [...new Set(lists.flat())] : null
}
