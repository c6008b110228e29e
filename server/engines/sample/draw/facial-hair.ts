import type { Character } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { clay, line, pair } from './svg.ts'
import type { Svg } from './svg.ts'

const MOUSTACHE =
  'M500 446C520 434 552 444 566 470C546 476 520 476 500 462C480 476 454 476 434 470C448 444 480 434 500 446Z'
const BEARD =
  'M306 396C324 424 350 446 392 450C430 450 462 436 500 440C538 436 570 450 608 450C650 446 676 424 694 396C700 480 640 566 500 566C360 566 300 480 306 396Z'
const LONG_BEARD =
  'M306 396C324 424 350 446 392 450C430 450 462 436 500 440C538 436 570 450 608 450C650 446 676 424 694 396C704 500 640 580 560 634Q528 668 500 682Q472 668 440 634C360 580 296 500 306 396Z'

const strands = (colour: `#${string}`): Svg =>
  pair(
    line(
      'M600 476Q596 516 570 540M650 456Q642 494 620 516M548 508Q544 536 526 550',
      shade(colour, 0.3),
      4.5,
      0.4,
    ),
  ) + line('M372 470Q384 504 410 524', tint(colour, 0.6), 9, 0.3)

/** The mouth shows within a full beard. */
const lips = line('M474 470Q500 490 526 470', '#8a4a48', 7)

export const drawFacialHair = ({ beard }: Character): Svg => {
  if (beard === null) return ''
  const { colour } = beard
  const moustache = clay(MOUSTACHE, tint(colour, 0.08))
  switch (beard.kind) {
    case 'moustache':
      return moustache
    case 'goatee':
      return clay('M458 500Q500 486 542 500Q540 554 500 566Q460 554 458 500Z', colour)
    case 'beard':
      return (
        clay(BEARD, colour) +
        strands(colour) +
        clay('M462 468Q500 462 538 468Q536 500 500 502Q464 500 462 468Z', '#a9605a') +
        moustache
      )
    case 'longBeard':
      return (
        clay(LONG_BEARD, colour) +
        strands(colour) +
        line(
          'M500 560V650M470 566Q476 610 486 640M530 566Q524 610 514 640',
          shade(colour, 0.3),
          4.5,
          0.4,
        ) +
        lips +
        moustache
      )
  }
}
