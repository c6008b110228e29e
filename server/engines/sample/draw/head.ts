import type { Character } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { clay, fill, glow, pair } from './svg.ts'
import type { Svg } from './svg.ts'

const HEAD =
  'M500 178C616 178 690 258 692 366C693 468 616 520 500 520C384 520 307 468 308 366C310 258 384 178 500 178Z'

/** The head without face and hair: 384 wide, from 178 down to 520. */
export const drawHead = ({ skin, hair }: Character): Svg =>
  pair(
    clay('M676 372Q716 356 720 394Q718 440 676 436Z', skin) +
      fill('M690 388Q708 384 708 400Q706 420 690 420Z', shade(skin, 0.22), 0.6),
  ) +
  clay(HEAD, skin, 3.5) +
  (hair.cut === 'bald' ? glow(430, 236, 70, 44, tint(skin, 0.9), 0.85) : '')
