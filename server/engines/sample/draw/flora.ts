import type { Character, Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import type { Hex } from '../palette.ts'
import { shade } from '../palette.ts'
import { between, pick, randomOf } from '../random.ts'
import { GRASS } from './base.ts'
import { blossom } from './blossom.ts'
import type { Point } from './curve.ts'
import { at, clay, fill, line, oval } from './svg.ts'
import type { Svg } from './svg.ts'

/** Something on the base, and where it stands. */
type Plant = { readonly place: Point; readonly drawn: Svg }

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

const flowers = (colour: Hex): Svg =>
  line('M0 0Q2 -10 0 -20', shade(GRASS, 0.28), 4) +
  at(0, -24, blossom(colour), 0.9) +
  at(14, -8, blossom(colour), 0.62)

const drift = (x: number, y: number, r: number): Svg => fill(oval(x, y, r, r * 0.5), '#ffffff', 0.8)

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

/** What the seed lets grow. */
const wild = ({ flora, ground }: Character): readonly Plant[] => {
  const random = randomOf(flora, 'flora')
  const snowy = ground.some(({ kind }) => kind === 'snow')
  return SPOTS.map(([x, y]) => {
    const place: Point = [x + between(random, -12, 12), y + between(random, -5, 5)]
    const size = between(random, 0.7, 1.05)
    const colour = pick(random, FLOWERS)
    const blooms = random() < 0.5 && !snowy
    const plant = blooms ? flowers(colour) : tuft(snowy ? '#cfd6d3' : shade(GRASS, 0.2))
    return { place, drawn: at(...place, plant, size) }
  })
}

/** What the brief adds to it. */
const added = ({ kind, colour }: Thing<Kinds['ground']>): readonly Plant[] => {
  switch (kind) {
    case 'mushroom':
      return [
        { place: [372, 904], drawn: at(372, 904, mushroom(colour), 1.25) },
        { place: [420, 918], drawn: at(420, 918, mushroom(colour), 0.8) },
      ]
    case 'stone':
      return [
        { place: [600, 912], drawn: at(600, 912, stone(colour), 1.2) },
        { place: [655, 900], drawn: at(655, 900, stone(shade(colour, 0.1)), 0.8) },
      ]
    case 'snow':
      return [
        {
          place: [340, 908],
          drawn: drift(250, 860, 30) + drift(730, 878, 34) + drift(340, 908, 26),
        },
      ]
  }
}

/** Nothing grows where a pet sits: the first at the right, the second at the left. */
const isFree = ({ pets }: Character, [x, y]: Point): boolean =>
  y < 850 || y > 905 || !((pets.length > 0 && x > 620) || (pets.length > 1 && x < 380))

/** What stands on the base, the nearest last; `front` is the half before the figurine. */
export const drawFlora = (character: Character, front: boolean): Svg =>
  [
    ...wild(character).filter(({ place }) => isFree(character, place)),
    ...character.ground.flatMap(added),
  ]
    .filter(({ place }) => place[1] > 862 === front)
    .sort((one, other) => one.place[1] - other.place[1])
    .map(({ drawn }) => drawn)
    .join('')
