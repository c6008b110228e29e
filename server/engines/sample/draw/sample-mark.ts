import type { Frame } from './backdrop.ts'
import { at, box, fill, line } from './svg.ts'
import type { Svg } from './svg.ts'

/** The letters of SAMPLE, each 16 wide and 24 high, as strokes: no font decides how they look. */
const LETTERS = [
  'M15 3Q13 0 8 0Q1 0 1 6Q1 11 8 12Q15 13 15 18Q15 24 8 24Q2 24 0 20',
  'M0 24L8 0L16 24M3 16H13',
  'M0 24V0L8 13L16 0V24',
  'M1 24V0H9Q15 1 15 7Q15 13 9 14H1',
  'M2 0V24H14',
  'M14 0H2V24H14M2 12H12',
]

/** The mark that every picture carries in its lower right corner: these are drawn by code. */
export const drawSampleMark = ({ x, y, width, height }: Frame): Svg =>
  at(
    x + width - 196,
    y + height - 66,
    fill(box(0, 0, 172, 44, 22), '#5b4640', 0.78) +
      LETTERS.map((letter, place) => at(18 + place * 24, 10, line(letter, '#fff8ea', 4.2))).join(
        '',
      ),
  )
