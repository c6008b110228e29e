import type { Character, Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import type { Hex } from '../palette.ts'
import { shade, tint } from '../palette.ts'
import { between, pick, randomOf } from '../random.ts'
import { at, clay, fill, glow, line, oval } from './svg.ts'
import type { Svg } from './svg.ts'

/** A blossom of five petals around 0,0, about 30 wide. */
export const blossom = (colour: Hex): Svg =>
  [0, 72, 144, 216, 288]
    .map((turn) => `<g transform="rotate(${turn})">${clay(oval(0, -9, 7.5, 8.5), colour, 1.2)}</g>`)
    .join('') + fill(oval(0, 0, 6), '#ecc86f')

const tuft = (colour: Hex): Svg =>
  fill(
    'M-18 6Q-20 -10 -24 -18Q-10 -12 -6 2Q-4 -18 0 -28Q6 -16 6 2Q12 -12 24 -16Q18 -6 18 6Q0 12 -18 6Z',
    colour,
  )

const mushroom = (colour: Hex): Svg =>
  clay('M-11 6Q-12 -18 -8 -30H8Q12 -18 11 6Q0 12 -11 6Z', '#f6ead6', 2) +
  clay('M-34 -24Q-30 -62 0 -62Q30 -62 34 -24Q0 -12 -34 -24Z', colour, 2) +
  fill(oval(-12, -42, 6) + oval(10, -48, 5) + oval(18, -32, 4.5), '#fff8ea', 0.9)

const stone = (colour: Hex): Svg =>
  clay('M-34 8Q-40 -18 -12 -26Q20 -32 36 -4Q40 12 20 14Q-20 16 -34 8Z', colour, 2)

const GRASS: Hex = '#a3b87f'
const SNOW: Hex = '#f1f2ef'

/** The round base, 580 wide, its upper face around 500,862. */
export const drawBase = ({ ground, pose }: Character): Svg => {
  const top = ground.some(({ kind }) => kind === 'snow') ? SNOW : GRASS
  return (
    glow(500, 946, 372, 52, '#8a6a58', 0.42) +
    clay('M208 864Q208 902 226 920C290 972 710 972 774 920Q792 902 792 864Z', '#b08a6a', 3.5) +
    line('M226 914C300 962 700 962 774 914', '#8f6c52', 6, 0.4) +
    clay(
      'M208 860C208 904 250 908 270 900Q290 924 324 912Q350 936 390 922Q420 942 460 928Q500 946 540 928Q580 942 612 922Q650 936 678 912Q712 924 730 900C752 906 792 902 792 860Z',
      shade(top, 0.12),
    ) +
    clay(oval(500, 860, 292, 76), top, 2.5) +
    fill(oval(470, 846, 232, 50), tint(top, 0.4), 0.35) +
    glow(500, pose.legs === 'jump' ? 872 : 864, pose.legs === 'sit' ? 220 : 168, 40, '#5d5a3c', 0.5)
  )
}

const FLOWERS = ['#f3e6ee', '#eab8b4', '#f2dc9a', '#c9bfe2', '#fbf4e8'] as const
const SPOTS = [
  [300, 838],
  [262, 866],
  [350, 906],
  [420, 918],
  [600, 918],
  [662, 904],
  [736, 866],
  [704, 836],
  [500, 926],
  [318, 884],
  [690, 884],
] as const

/** What grows on the base: the seed's, with what the brief adds to it. `front` is the half before the figurine. */
export const drawFlora = ({ flora, ground }: Character, front: boolean): Svg => {
  const random = randomOf(flora, 'flora')
  const snowy = ground.some(({ kind }) => kind === 'snow')
  const blades = snowy ? '#cfd6d3' : shade(GRASS, 0.2)
  const grown = SPOTS.map(([x, y]): readonly [number, Svg] => {
    const place = [x + between(random, -12, 12), y + between(random, -5, 5)] as const
    const size = between(random, 0.7, 1.05)
    const colour = pick(random, FLOWERS)
    const flowers = random() < 0.5 && !snowy
    return [
      place[1],
      at(
        place[0],
        place[1],
        flowers
          ? line('M0 0Q2 -10 0 -20', shade(GRASS, 0.28), 4) +
              at(0, -24, blossom(colour), 0.9) +
              at(14, -8, blossom(colour), 0.62)
          : tuft(blades),
        size,
      ),
    ]
  })
  const added = ground.flatMap((thing) => extras(thing))
  return [...grown, ...added]
    .filter(([y]) => y > 862 === front)
    .sort(([one], [other]) => one - other)
    .map(([, drawn]) => drawn)
    .join('')
}

const extras = ({ kind, colour }: Thing<Kinds['ground']>): readonly (readonly [number, Svg])[] => {
  switch (kind) {
    case 'mushroom':
      return [
        [890, at(372, 904, mushroom(colour), 1.25)],
        [891, at(420, 918, mushroom(colour), 0.8)],
      ]
    case 'stone':
      return [
        [893, at(600, 912, stone(colour), 1.2)],
        [894, at(655, 900, stone(shade(colour, 0.1)), 0.8)],
      ]
    case 'snow':
      return [
        [
          895,
          [
            [250, 860, 30],
            [730, 878, 34],
            [340, 908, 26],
          ]
            .map(([x = 0, y = 0, r = 0]) => fill(oval(x, y, r, r * 0.5), '#ffffff', 0.8))
            .join(''),
        ],
      ]
  }
}
