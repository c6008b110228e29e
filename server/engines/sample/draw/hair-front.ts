import type { Character, Hair } from '../character.ts'
import { shade, tint } from '../palette.ts'
import type { Point } from './curve.ts'
import { arc, shape, through } from './curve.ts'
import { curls } from './tresses.ts'
import { clay, fill, line, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

/** Where the hair ends on the forehead, from the right temple to the left one. */
const HAIRLINES: Readonly<Record<Hair['front'], readonly Point[]>> = {
  swept: [
    [690, 404],
    [672, 352],
    [632, 306],
    [560, 280],
    [470, 262],
    [420, 236],
    [402, 262],
    [362, 312],
    [330, 352],
    [310, 404],
  ],
  parted: [
    [690, 410],
    [672, 352],
    [628, 304],
    [556, 270],
    [500, 222],
    [444, 270],
    [372, 304],
    [328, 352],
    [310, 410],
  ],
  bangs: [
    [690, 410],
    [668, 350],
    [640, 322],
    [600, 326],
    [560, 318],
    [520, 326],
    [480, 318],
    [440, 326],
    [400, 318],
    [360, 324],
    [332, 350],
    [310, 410],
  ],
  back: [
    [690, 394],
    [666, 334],
    [602, 284],
    [500, 268],
    [398, 284],
    [334, 334],
    [310, 394],
  ],
}

const crownOf = (rise: number): readonly Point[] => arc([500, 388], 202, 388 - rise, 176, 364, 14)

const cap = (hair: Hair, front: Hair['front'], rise: number): Svg => {
  const hairline = HAIRLINES[front]
  const crown = crownOf(rise)
  const waved = crown.map(([x, y], at): Point => [x, y + (at % 2 === 0 ? 0 : -13)])
  const mass = clay(shape(hair.texture === 'wavy' ? waved : crown, hairline), hair.colour)
  if (hair.texture === 'curly')
    return (
      mass +
      curls(crown.slice(1, -1), hair.colour, 46) +
      curls(hairline, hair.colour, 30) +
      curls(arc([500, 400], 146, 176, 218, 322, 6), hair.colour, 42)
    )
  const strands =
    front === 'back'
      ? 'M500 186V236M430 196Q416 220 414 244M570 196Q584 220 586 244M374 226Q350 252 342 292M626 226Q650 252 658 292'
      : front === 'swept'
        ? 'M430 216Q520 236 610 286M440 200Q560 206 650 300M410 226Q366 262 346 318'
        : front === 'parted'
          ? 'M510 208Q590 236 650 320M490 208Q410 236 350 320M520 190Q620 206 672 300'
          : 'M500 190Q504 240 500 290M430 200Q420 250 416 300M570 200Q580 250 584 300M370 236Q354 270 350 310M630 236Q646 270 650 310'
  return (
    mass +
    line(strands, shade(hair.colour, 0.3), 4.5, 0.4) +
    line('M372 252Q420 196 500 190', tint(hair.colour, 0.75), 15, 0.35) +
    line('M532 192Q548 194 560 198', tint(hair.colour, 0.75), 13, 0.3)
  )
}

const SPIKES: readonly Point[] = [
  [300, 392],
  [262, 300],
  [318, 300],
  [276, 204],
  [358, 226],
  [352, 126],
  [436, 176],
  [480, 92],
  [530, 170],
  [608, 108],
  [620, 196],
  [716, 176],
  [680, 274],
  [742, 296],
  [690, 330],
  [700, 392],
]

const spiky = (hair: Hair): Svg =>
  clay(
    `M${SPIKES.map(([x, y]) => `${x} ${y}`).join('L')}L${HAIRLINES.bangs[0]?.join(' ') ?? ''}${through(HAIRLINES.bangs)}Z`,
    hair.colour,
    9,
  ) + line('M372 252Q420 206 500 200', tint(hair.colour, 0.75), 14, 0.35)

const shaved = (hair: Hair, opacity: number): Svg =>
  fill(shape(arc([500, 372], 192, 194, 184, 356, 12), HAIRLINES.back), hair.colour, opacity)

const front = (hair: Hair): Svg => {
  switch (hair.cut) {
    case 'bald':
      return ''
    case 'buzz':
      return shaved(hair, 0.72)
    case 'mohawk':
      return (
        shaved(hair, 0.35) +
        clay(
          'M456 290C430 220 428 170 440 122L424 84L462 92L470 40L500 78L530 40L538 92L576 84L560 122C572 170 570 220 544 290Q500 306 456 290Z',
          hair.colour,
        ) +
        line('M482 276Q468 190 478 116M518 276Q532 190 522 116', shade(hair.colour, 0.3), 5, 0.45)
      )
    case 'spiky':
      return spiky(hair)
    case 'afro':
      return (
        fill(oval(500, 206, 190, 88), hair.colour) +
        curls(arc([500, 330], 206, 130, 190, 350, 12), hair.colour, 52) +
        curls(arc([500, 300], 190, 152, 200, 340, 10), hair.colour, 56) +
        curls(arc([500, 280], 110, 120, 200, 340, 6), hair.colour, 50)
      )
    case 'bun':
    case 'ponytail':
    case 'pigtails':
    case 'braids':
      return cap(hair, hair.front === 'bangs' || hair.front === 'parted' ? hair.front : 'back', 156)
    case 'loose':
      return cap(hair, hair.front, 150) + (hair.length === 'short' ? '' : sideLocks(hair))
  }
}

/** Locks that frame the face where the hair is long enough to fall beside it. */
const sideLocks = (hair: Hair): Svg => {
  const end = hair.length === 'bob' ? 520 : 560
  if (hair.texture === 'curly')
    return pair(
      curls(
        [
          [694, 380],
          [706, 450],
          [700, end],
        ],
        hair.colour,
        32,
      ),
    )
  const swell = hair.texture === 'wavy' ? 16 : 0
  return pair(
    clay(
      `M664 330C700 340 ${724 + swell} 420 716 ${end - 60}C714 ${end - 20} 700 ${end} 682 ${end + 8}C690 ${end - 60} ${684 - swell} 420 664 330Z`,
      hair.colour,
    ),
  )
}

/** Hair before the head. A hat leaves only what shows under its brim. */
export const drawHairFront = ({ hair, hat }: Character): Svg =>
  hat === null || hat.kind === 'crown' || hat.kind === 'partyHat'
    ? front(hair)
    : `<g clip-path="url(#under-hat)">${front(hair)}</g>`

/** What `drawHairFront` clips with. */
export const UNDER_HAT: Svg =
  '<clipPath id="under-hat"><path d="M200 268Q500 200 800 268V800H200Z"/></clipPath>'
