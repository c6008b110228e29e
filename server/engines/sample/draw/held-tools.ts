import type { Kinds } from '../kinds.ts'
import { shade, tint } from '../palette.ts'
import type { DrawHeld } from './draw-held.ts'
import { at, box, clay, fill, line, oval } from './svg.ts'

const WOOD = '#b08358'
const PAPER = '#fbf4e6'

/** Instruments, tools and bags for a hand. */
export const TOOLS = {
  book: ({ colour, accent }) =>
    at(
      14,
      -12,
      clay(box(-52, -62, 104, 112, 9), colour) +
        fill(box(-42, -54, 88, 98, 5), PAPER) +
        clay(box(-56, -66, 104, 112, 9), colour) +
        line('M-40 -62V44', shade(colour, 0.3), 5, 0.5) +
        fill(box(-22, -36, 52, 26, 5), accent, 0.9),
      1,
      8,
    ),
  guitar: ({ colour }) =>
    at(
      -6,
      34,
      clay(box(-11, -214, 22, 170, 6), '#8a6148') +
        clay(box(-20, -252, 40, 50, 10), '#75503c') +
        clay(
          'M0 -68C44 -68 50 -36 40 -14C34 0 62 14 60 50C58 92 30 106 0 106C-30 106 -58 92 -60 50C-62 14 -34 0 -40 -14C-50 -36 -44 -68 0 -68Z',
          colour,
        ) +
        fill(oval(0, 6, 20), '#5d4236') +
        clay(box(-26, 58, 52, 12, 4), '#8a6148', 2) +
        line('M-5 -210V62M5 -210V62', '#f5ead6', 2, 0.8),
      1,
      16,
    ),
  umbrella: ({ colour }) =>
    at(
      0,
      0,
      line('M0 50V-262', WOOD, 10) +
        line('M0 50q0 26 22 22', WOOD, 10) +
        clay(
          'M0 -300C96 -300 138 -228 142 -170Q118 -196 94 -172Q70 -196 46 -172Q23 -196 0 -172Q-23 -196 -46 -172Q-70 -196 -94 -172Q-118 -196 -142 -170C-138 -228 -96 -300 0 -300Z',
          colour,
        ) +
        line(
          'M0 -298Q-40 -250 -46 -174M0 -298Q40 -250 46 -174M0 -298Q96 -260 94 -174M0 -298Q-96 -260 -94 -174',
          shade(colour, 0.3),
          4,
          0.4,
        ) +
        line('M0 -300V-320', WOOD, 9),
      0.92,
      40,
    ),
  camera: ({ colour }) =>
    clay(box(-24, -60, 48, 30, 8), shade(colour, 0.1)) +
    clay(box(-58, -44, 116, 80, 14), colour) +
    clay(oval(0, -2, 31), tint(colour, 0.25)) +
    fill(oval(0, -2, 20), '#3f3c48') +
    fill(oval(-6, -9, 7), '#cfe0ea', 0.9) +
    fill(oval(40, -28, 7), '#e8bd5d'),
  phone: ({ colour, accent }) =>
    at(
      6,
      -20,
      clay(box(-30, -58, 60, 112, 12), colour) +
        fill(box(-23, -48, 46, 86, 6), '#dcebf0') +
        fill(oval(0, 46, 5), accent),
      1,
      8,
    ),
  brush: ({ colour }) =>
    at(
      0,
      0,
      line('M0 56V-64', WOOD, 13) +
        clay(box(-12, -96, 24, 36, 4), '#c9ccce') +
        clay('M-14 -94Q-24 -130 0 -156Q24 -130 14 -94Z', colour),
      1,
      20,
    ),
  microphone: ({ colour }) =>
    at(
      0,
      0,
      clay('M-12 -24L12 -24L8 62Q0 68 -8 62Z', colour) +
        clay(oval(0, -50, 30, 33), tint(colour, 0.4)) +
        line('M-24 -56H24M-26 -42H26M-10 -78V-20M10 -78V-20', shade(colour, 0.3), 3, 0.5),
      1,
      -14,
    ),
  bag: ({ colour }) =>
    line('M-34 26Q-30 -20 4 -20Q38 -20 40 26', shade(colour, 0.2), 10) +
    clay('M-48 20H56L64 94Q4 112 -56 94Z', colour) +
    clay('M-48 20H56L40 56Q4 66 -32 56Z', shade(colour, 0.08)) +
    fill(oval(4, 60, 8), '#e8c878'),
} satisfies Partial<Record<Kinds['held'], DrawHeld>>
