import type { Character, Hair } from '../character.ts'
import { shade, tint } from '../palette.ts'
import type { Point } from './curve.ts'
import { arc } from './curve.ts'
import { curls, tress } from './tresses.ts'
import { clay, fill, line, mirrored, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

const both = (right: readonly Point[]): readonly Point[] => [
  ...right,
  ...[...right].reverse().map(([x, y]): Point => [1000 - x, y]),
]

const OUTLINES: Readonly<Record<Hair['length'], readonly Point[]>> = {
  short: both([
    [500, 170],
    [620, 196],
    [694, 290],
    [704, 400],
    [672, 470],
    [590, 500],
  ]),
  bob: both([
    [500, 160],
    [628, 186],
    [708, 290],
    [728, 420],
    [722, 510],
    [690, 552],
    [590, 556],
  ]),
  long: both([
    [500, 160],
    [628, 186],
    [708, 290],
    [726, 430],
    [734, 560],
    [718, 690],
    [660, 738],
    [580, 730],
  ]),
}

const TAIL: readonly Point[] = [
  [640, 210],
  [720, 190],
  [786, 262],
  [800, 380],
  [770, 500],
  [724, 560],
  [716, 470],
  [712, 360],
  [660, 280],
]
const SIDE_TAIL: readonly Point[] = [
  [676, 290],
  [752, 268],
  [806, 340],
  [806, 470],
  [764, 580],
  [728, 500],
  [716, 400],
  [684, 350],
]

const LONG_CURLS = both([
  [500, 160],
  [628, 186],
  [696, 290],
  [706, 430],
  [712, 540],
  [676, 624],
  [590, 636],
])

/** The outline of what hangs behind the head for this cut; null where nothing does. */
const hanging = ({ cut, length, texture }: Hair): readonly Point[] | null => {
  switch (cut) {
    case 'loose':
      return texture === 'curly' && length === 'long' ? LONG_CURLS : OUTLINES[length]
    case 'bun':
    case 'ponytail':
    case 'pigtails':
    case 'braids':
    case 'spiky':
      return OUTLINES.short
    case 'afro':
    case 'mohawk':
    case 'buzz':
    case 'bald':
      return null
  }
}

const tie = (x: number, y: number, colour: Hair['colour']): Svg =>
  clay(oval(x, y, 20, 24), shade(tint(colour, 0.2), 0.1)) +
  fill(oval(x - 4, y - 6, 8, 9), '#fff8ea', 0.3)

const added = ({ hair, hat }: Character): Svg => {
  const { cut, colour } = hair
  switch (cut) {
    case 'bun': {
      // Under a hat the bun sits low at the side.
      const [x, y] = hat === null ? [500, 132] : [704, 470]
      const knot = tress(
        hair.texture === 'wavy' ? { ...hair, texture: 'straight' } : hair,
        arc([x, y], 68, 62, 0, 340, 12),
        [x, y],
        24,
      )
      return (
        knot +
        line(
          `M${x - 34} ${y + 10}Q${x - 10} ${y - 38} ${x + 34} ${y - 12}M${x - 20} ${y + 30}Q${x + 20} ${y + 10} ${x + 44} ${y + 14}`,
          shade(colour, 0.3),
          4,
          0.5,
        )
      )
    }
    case 'ponytail':
      return (
        tress(hair, TAIL, [740, 380], 32) +
        line('M690 240Q760 280 756 420', tint(colour, 0.5), 6, 0.4)
      )
    case 'pigtails':
      return pair(tress(hair, SIDE_TAIL, [756, 420], 30) + tie(694, 322, '#d9787a'))
    case 'afro':
      return (
        clay(oval(500, 318, 250, 226), shade(colour, 0.06)) +
        curls(arc([500, 318], 236, 212, 120, 420, 30), shade(colour, 0.06), 56)
      )
    case 'loose':
    case 'braids':
    case 'spiky':
    case 'mohawk':
    case 'buzz':
    case 'bald':
      return ''
  }
}

/** Hair behind the trunk and the head. */
export const drawHairBack = (character: Character): Svg => {
  const outline = hanging(character.hair)
  const { hair } = character
  const dark = { ...hair, colour: shade(hair.colour, 0.1) }
  return (
    (hair.cut === 'afro' ? '' : added(character)) +
    (outline === null ? '' : tress(dark, outline, [500, 400], 48)) +
    (hair.cut === 'afro' ? added(character) : '') +
    (outline !== null && hair.length === 'long' && hair.cut === 'loose' && hair.texture !== 'curly'
      ? pair(
          line(
            'M706 480Q716 590 692 700M680 560Q684 640 660 712',
            shade(hair.colour, 0.32),
            5,
            0.4,
          ),
        )
      : '')
  )
}

/** Braids, which lie before the shoulders. */
export const drawBraids = ({ hair }: Character): Svg => {
  if (hair.cut !== 'braids') return ''
  const beads = [470, 512, 554, 596, 636]
  const braid =
    beads.map((y, at) => clay(oval(640 - at * 5, y, 32 - at * 2, 28), hair.colour)).join('') +
    beads
      .map((y, at) =>
        line(
          `M${620 - at * 5} ${y - 8}Q${640 - at * 5} ${y + 12} ${662 - at * 6} ${y - 8}`,
          shade(hair.colour, 0.3),
          4,
          0.6,
        ),
      )
      .join('') +
    clay('M604 660Q618 650 632 660Q640 694 618 706Q598 694 604 660Z', hair.colour) +
    clay(oval(618, 660, 18, 11), '#d9787a')
  return braid + mirrored(braid)
}
