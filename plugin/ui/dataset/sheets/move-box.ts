import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Box } from '../../../../shared/contract/sheet-routes.ts'

/** The smallest box that a hand may make, in pixels of the sheet. */
const LEAST = 16

/** What of a box a hand moves: all of it, or the edges that a corner or side belongs to. */
export type Grip = 'all' | 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w'
export const GRIPS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const satisfies Grip[]

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))

/** One axis: where the span begins and ends after its near or far edge, or both, went `by` pixels. */
const moveSpan = (
  at: number,
  length: number,
  by: number,
  { near, far }: { readonly near: boolean; readonly far: boolean },
  most: number,
): readonly [number, number] => {
  const end = at + length
  if (near === far) {
    const start = near ? within(at + by, 0, most - length) : at
    return [Math.round(start), Math.round(length)]
  }
  if (near) {
    const start = Math.round(within(at + by, 0, end - LEAST))
    return [start, end - start]
  }
  return [at, Math.round(within(end + by, at + LEAST, most)) - at]
}

/** A box after a hand moved it by some pixels of the sheet; it stays whole, on the page, and large enough to be seen. */
export const moveBox = (
  box: Box,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  page: Size,
): Box => {
  const isAll = grip === 'all'
  const side = (letter: string): boolean => isAll || grip.includes(letter)
  const [x, w] = moveSpan(box.x, box.w, by.x, { near: side('w'), far: side('e') }, page.width)
  const [y, h] = moveSpan(box.y, box.h, by.y, { near: side('n'), far: side('s') }, page.height)
  return { x, y, w, h }
}
