/** The width of the blur that a picture is compared with, in pixels. */
const WIDTH = 9
const REACH = (WIDTH - 1) / 2

/** How much of the change from pixel to pixel along a direction is still there after a blur; 1 where there is none. */
const lossAlong = (grey: Uint8Array, side: number, step: number, across: number): number => {
  let [before, kept] = [0, 0]
  for (let line = 0; line < side; line += 1) {
    const at = (along: number): number => grey[line * across + along * step] ?? 0
    let sum = 0
    for (let along = 0; along < WIDTH; along += 1) sum += at(along)
    for (let along = REACH + 1; along < side - REACH; along += 1) {
      const next = sum - at(along - REACH - 1) + at(along + REACH)
      const sharp = Math.abs(at(along) - at(along - 1))
      const blurred = Math.abs(next - sum) / WIDTH
      before += sharp
      kept += Math.max(0, sharp - blurred)
      sum = next
    }
  }
  return before === 0 ? 1 : (before - kept) / before
}

/**
 * How blurred a square picture is, from 0 (sharp) to 1: a blur takes much from sharp edges and little from soft ones
 * (Crété-Roffet et al. 2007, "The blur effect"). `grey`: one byte a pixel, row by row.
 */
export const blurOf = (grey: Uint8Array, side: number): number =>
  Math.max(lossAlong(grey, side, 1, side), lossAlong(grey, side, side, 1))
