import type { Character } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { clay, line, pair } from './svg.ts'
import type { Svg } from './svg.ts'

const MOUSTACHE =
  'M500 446C520 434 552 444 566 470C546 476 520 476 500 462C480 476 454 476 434 470C448 444 480 434 500 446Z'
const BEARD =
  'M306 392C318 452 350 492 400 486C436 476 462 448 500 450C538 448 564 476 600 486C650 492 682 452 694 392C706 486 640 562 500 564C360 562 294 486 306 392Z'
const LONG_BEARD =
  'M306 392C318 452 350 492 400 486C436 476 462 448 500 450C538 448 564 476 600 486C650 492 682 452 694 392C706 500 640 580 560 634Q528 668 500 682Q472 668 440 634C360 580 296 500 306 396Z'

const strands = (colour: `#${string}`): Svg =>
  pair(
    line(
      'M598 506Q592 526 568 542M646 492Q640 508 618 526M548 512Q544 538 526 552',
      shade(colour, 0.3),
      4.5,
      0.4,
    ),
  ) + line('M350 486Q368 516 400 532', tint(colour, 0.6), 9, 0.3)

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
      return clay(
        'M458 492Q478 502 500 494Q522 502 542 492Q546 536 500 552Q454 536 458 492Z',
        colour,
      )
    case 'beard':
      return (
        clay(BEARD, colour) +
        strands(colour) +
        clay('M470 470Q500 462 530 470Q524 496 500 497Q476 496 470 470Z', '#a9605a') +
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
