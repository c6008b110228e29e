import { describeMark } from '../../../shared/describe-mark.ts'
import type { Mark } from '../../../shared/mark.ts'

const prefixOf = (mark: Mark | null): string => (mark === null ? '' : `${describeMark(mark)} · `)

/** A draft's name with its new mark in front; the rest of it, which may be hers, stays. */
export const markedName = (name: string, before: Mark | null, after: Mark | null): string => {
  const old = prefixOf(before)
  return prefixOf(after) + (name.startsWith(old) ? name.slice(old.length) : name)
}
