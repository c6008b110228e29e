import type { Hex } from '../palette.ts'
import { clay, fill, oval } from './svg.ts'
import type { Svg } from './svg.ts'

/** A blossom of five petals around 0,0, about 30 wide. */
export const blossom = (colour: Hex): Svg =>
  [0, 72, 144, 216, 288]
    .map((turn) => `<g transform="rotate(${turn})">${clay(oval(0, -9, 7.5, 8.5), colour, 1.2)}</g>`)
    .join('') + fill(oval(0, 0, 6), '#ecc86f')
