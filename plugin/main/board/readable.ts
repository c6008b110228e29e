import type { Size } from '../../../shared/aspect-ratio.ts'

/** Screen pixels that letters have at least while a board is seen as it was opened. */
export const READABLE = 11
/** Air around what Figma zooms to, as a factor. */
const AIR = 1.15
/** From one size of letters that is tried to the next. */
const STEP = 1.12

/** The zoom at which a whole board is in the view; never closer than its real size. */
export const zoomOf = (board: Size, view: Size): number =>
  Math.min(1, view.width / board.width / AIR, view.height / board.height / AIR)

/**
 * The smallest letters from `least` to `most` pixels that can be read while the whole board is in the view; `most`
 * where none can. Larger letters make a board larger: `sizeAt` says how large it would be with them.
 */
export const chooseFontSize = (
  sizeAt: (fontSize: number) => Size,
  view: Size,
  { least, most }: { readonly least: number; readonly most: number },
): number => {
  for (let size = least; size < most; size *= STEP)
    if (size * zoomOf(sizeAt(Math.round(size)), view) >= READABLE) return Math.round(size)
  return Math.round(most)
}
