import type { Rectangle } from './rectangle.ts'

/**
 * Things in rows from top to bottom, each row from left to right: what begins above the lower edge of a row's first
 * thing is in that row. What covers nothing comes last.
 */
export const inReadingOrder = <T>(
  things: readonly T[],
  boundsOf: (thing: T) => Rectangle | null,
): readonly T[] => {
  const placed = things.flatMap((thing) => {
    const bounds = boundsOf(thing)
    return bounds === null ? [] : [{ thing, bounds }]
  })
  const rows: (typeof placed)[] = []
  for (const one of placed.sort((a, b) => a.bounds.y - b.bounds.y)) {
    const row = rows[rows.length - 1]
    const first = row?.[0]?.bounds
    if (row !== undefined && first !== undefined && one.bounds.y < first.y + first.height)
      row.push(one)
    else rows.push([one])
  }
  const ordered = rows.flatMap((row) => row.sort((a, b) => a.bounds.x - b.bounds.x))
  return [
    ...ordered.map(({ thing }) => thing),
    ...things.filter((thing) => boundsOf(thing) === null),
  ]
}
