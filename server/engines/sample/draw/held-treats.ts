import type { Kinds } from '../kinds.ts'
import { shade, tint } from '../palette.ts'
import { blossom } from './blossom.ts'
import type { DrawHeld } from './draw-held.ts'
import { at, clay, fill, line, oval } from './svg.ts'

const STEM = '#7f9a68'
const PAPER = '#fbf4e6'

/** Flowers and sweet things for a hand. */
export const TREATS = {
  flower: ({ colour }) =>
    line('M0 40Q4 -40 26 -92', STEM, 9) +
    clay('M8 -22q34-30 50-6q-20 24-50 6z', STEM) +
    at(28, -112, blossom(colour), 2.5),
  bouquet: ({ colour, accent }) =>
    line('M0 50L-10 -40M0 50L40 -50M0 50L16 -60', STEM, 8) +
    at(-34, -74, blossom(accent), 1.5) +
    at(44, -90, blossom(colour), 1.5) +
    at(2, -112, blossom(tint(colour, 0.4)), 1.5) +
    at(-6, -60, blossom(colour), 1.5) +
    at(64, -48, blossom(accent), 1.5) +
    at(28, -52, blossom(tint(accent, 0.3)), 1.5) +
    clay('M-40 -40Q14 -18 68 -34L18 66Q0 74 -10 64Z', PAPER) +
    line('M-20 26Q2 36 32 22', colour, 9),
  cup: ({ colour }) =>
    line('M30 -24q34 2 28 30q-8 20-32 14', shade(colour, 0.15), 12) +
    clay('M-38 -44H38L30 38Q0 50 -30 38Z', colour) +
    fill(oval(0, -44, 37, 10), '#7d5640') +
    line('M-10 -70q-10-14 2-26q10-12 0-26M14 -70q-10-14 2-26', '#ffffff', 6, 0.65),
  iceCream: ({ colour, accent }) =>
    clay('M-30 -14H34L2 78Z', '#dba564') +
    line('M-14 0L12 40M18 0L-6 40', '#b57f46', 3, 0.6) +
    clay(oval(2, -36, 40, 36), colour) +
    clay(oval(4, -82, 30, 28), accent) +
    fill(oval(8, -110, 9), '#c9655a'),
  lollipop: ({ colour, accent }) =>
    line('M0 50V-70', PAPER, 9) +
    clay(oval(0, -100, 50), colour) +
    line('M0 -100q12-12 20 2q4 22-20 24q-32-4-30-32q8-36 44-32q36 8 34 44', accent, 9, 0.9),
  cupcake: ({ colour, accent }) =>
    clay('M-36 -14H42L30 44Q2 52 -26 44Z', accent) +
    line('M-16 -6L-12 42M4 -6V46M24 -6L20 42', shade(accent, 0.3), 3, 0.5) +
    clay(
      'M-46 -10C-60 -40 -30 -44 -28 -54C-22 -80 24 -82 30 -56C36 -46 64 -40 50 -10Q2 6 -46 -10Z',
      colour,
    ) +
    clay(oval(2, -80, 13), '#c9655a'),
  basket: ({ colour }) =>
    line('M-46 6Q0 -86 50 6', shade(colour, 0.2), 12) +
    clay('M-60 2H64L50 68Q2 82 -46 68Z', colour) +
    line('M-54 24H58M-50 46H54', shade(colour, 0.3), 4, 0.45) +
    clay(oval(-30, -6, 20), '#c9655a') +
    clay(oval(2, -6, 20), '#e3bd73') +
    clay(oval(34, -6, 20), '#8fa97c'),
} satisfies Partial<Record<Kinds['held'], DrawHeld>>
