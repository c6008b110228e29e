import type { Relief } from './align.ts'
import { alignCoarsely, alignFinely, reliefOf } from './align.ts'
import type { Colours } from './colours.ts'
import { coloursOf, sharedColours } from './colours.ts'
import { differenceOf } from './difference.ts'
import type { Print } from './print.ts'
import { mirrorPrint } from './print.ts'

/** A print with what two of them are compared by. */
export type Prepared = {
  readonly print: Print
  readonly relief: Relief
  readonly mirrored: { readonly print: Print; readonly relief: Relief }
  readonly colours: Colours
}

export const prepare = (print: Print): Prepared => {
  const mirrored = mirrorPrint(print)
  return {
    print,
    relief: reliefOf(print),
    mirrored: { print: mirrored, relief: reliefOf(mirrored) },
    colours: coloursOf(print),
  }
}

/**
 * What must be so before a pair is looked at closely, and when it counts. On figurines of one style that differ, and on
 * copies of them that were mirrored, cropped by up to a tenth, moved, made lighter, packed again or shrunk in between
 * (test/bench/near-duplicates): copies have a likeness of 0.996 and more, others at most 0.990.
 */
const SAME_COLOURS = 0.45
const COARSE = 0.8
const OVERLAP = 0.6
const SAME = { likeness: 0.995, colour: 8 }
const ALIKE = { likeness: 0.97, colour: 6 }
/** So much worse the coarse look of one way round may be, and it is still tried. */
const DOUBT = 0.05

export type Likeness = {
  /** `same`: one picture, whatever was done to it. `alike`: another one that hardly differs. */
  readonly kind: 'same' | 'alike'
  readonly mirrored: boolean
}

/** Whether two pictures are the same or nearly so, also mirrored, moved and lightly cropped; null where they are not. */
export const likenessOf = (one: Prepared, other: Prepared): Likeness | null => {
  if (sharedColours(one.colours, other.colours) < SAME_COLOURS) return null
  const ways = [
    { mirrored: false, print: other.print, relief: other.relief },
    { mirrored: true, print: other.mirrored.print, relief: other.mirrored.relief },
  ].map((way) => ({ ...way, start: alignCoarsely(one.relief, way.relief) }))
  const best = Math.max(...ways.map(({ start }) => start.likeness))
  if (best < COARSE) return null
  const found = ways
    .filter(({ start }) => start.likeness >= best - DOUBT)
    .flatMap(({ mirrored, print, relief, start }): Likeness[] => {
      const placing = alignFinely(one.relief, relief, start)
      if (placing.likeness < ALIKE.likeness) return []
      const { colour, overlap } = differenceOf(one.print, print, placing)
      const is = (limits: typeof SAME) =>
        overlap >= OVERLAP && placing.likeness >= limits.likeness && colour <= limits.colour
      if (is(SAME)) return [{ kind: 'same', mirrored }]
      return is(ALIKE) ? [{ kind: 'alike', mirrored }] : []
    })
  return found.find(({ kind }) => kind === 'same') ?? found[0] ?? null
}
