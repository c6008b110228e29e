import type { Kinds } from '../kinds.ts'
import { tint } from '../palette.ts'
import type { DrawHeld } from './draw-held.ts'
import { at, box, clay, fill, line, oval } from './svg.ts'

const WOOD = '#b08358'

const starPath = (r: number): string =>
  `M0 ${-150 - r}l${r * 0.3} ${r * 0.62} ${r * 0.69} ${r * 0.1}-${r * 0.5} ${r * 0.48} ${r * 0.12} ${r * 0.68}-${r * 0.61}-${r * 0.32}-${r * 0.61} ${r * 0.32} ${r * 0.12}-${r * 0.68}-${r * 0.5}-${r * 0.48} ${r * 0.69}-${r * 0.1}z`

/** Toys and what goes with a costume for a hand. */
export const TOYS = {
  balloon: ({ colour }) =>
    line('M0 0Q70 -90 96 -210', '#8a7468', 4) +
    clay(
      'M100 -404C166 -404 184 -352 178 -312C172 -262 132 -222 104 -212C76 -220 30 -256 22 -308C16 -352 38 -404 100 -404Z',
      colour,
    ) +
    clay('M104 -216l-14 20q14 8 30-2z', colour) +
    line('M56 -350Q64 -374 88 -384', '#fff8ea', 11, 0.6),
  ball: ({ colour, accent }) =>
    clay(oval(10, -8, 56), colour) +
    line('M-44 -8Q10 20 66 -8M10 -64Q-20 -8 10 48', accent, 9, 0.9),
  gift: ({ colour, accent }) =>
    clay(box(-50, -48, 104, 88, 8), colour) +
    clay(box(-56, -66, 116, 30, 7), tint(colour, 0.15)) +
    fill('M-10 -66h24v106h-24z', accent) +
    clay('M2 -66Q-40 -112 -46 -80Q-40 -62 2 -66Z', accent) +
    clay('M2 -66Q44 -112 50 -80Q44 -62 2 -66Z', accent),
  heart: ({ colour }) =>
    clay('M6 44C-84 -24 -44 -96 6 -52C56 -96 96 -24 6 44Z', colour) +
    line('M-36 -36Q-32 -56 -14 -58', '#fff8ea', 9, 0.55),
  star: ({ colour }) => at(6, 100, clay(starPath(62), colour)),
  teddy: ({ colour, accent }) =>
    clay(oval(-26, -74, 17), colour) +
    clay(oval(34, -74, 17), colour) +
    clay(oval(4, 18, 42, 46), colour) +
    fill(oval(4, 22, 24, 28), accent, 0.8) +
    clay(oval(4, -48, 44, 38), colour) +
    fill(oval(4, -38, 20, 15), accent, 0.9) +
    fill(oval(-14, -54, 5), '#46393a') +
    fill(oval(22, -54, 5), '#46393a') +
    fill(oval(4, -43, 6, 4.5), '#46393a'),
  flag: ({ colour, accent }) =>
    line('M0 56V-180', WOOD, 10) +
    clay('M4 -178Q50 -204 92 -176Q122 -160 146 -172V-86Q112 -74 84 -92Q46 -112 4 -92Z', colour) +
    fill(oval(74, -134, 20), accent),
  wand: ({ colour }) =>
    at(
      0,
      0,
      line('M0 40V-110', WOOD, 11) +
        clay(starPath(48), colour) +
        line('M44 -186l14-10M52 -140l18 2M-48 -180l-12-10', colour, 5, 0.8),
      1,
      18,
    ),
  sword: ({ colour }) =>
    at(
      0,
      0,
      clay('M-12 -24V-190L0 -214L12 -190V-24Z', colour) +
        line('M0 -190V-34', '#ffffff', 4, 0.6) +
        clay(box(-44, -34, 88, 20, 9), '#dcb660') +
        clay(box(-9, -16, 18, 58, 8), '#8a5b45'),
      1,
      18,
    ),
} satisfies Partial<Record<Kinds['held'], DrawHeld>>
