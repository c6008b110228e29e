import type { Character } from './character.ts'
import type { Kinds } from './kinds.ts'
import { COLOURS } from './palette.ts'
import { pick, randomOf } from './random.ts'
import type { Mention, Stated } from './stated.ts'
import { saidOf, thingOf } from './things.ts'

type Outfit = Pick<Character, 'onePiece' | 'top' | 'bottom' | 'outer' | 'shoes'>

const TOPS = {
  woman: ['tShirt', 'sweater', 'shirt'],
  man: ['tShirt', 'sweater', 'shirt', 'hoodie'],
} as const satisfies Record<Kinds['gender'], readonly Kinds['top'][]>
const BOTTOMS = {
  woman: ['skirt', 'jeans', 'trousers'],
  man: ['jeans', 'trousers', 'jeans'],
} as const satisfies Record<Kinds['gender'], readonly Kinds['bottom'][]>

type Pieces = {
  readonly onePiece: Kinds['onePiece'] | null
  readonly top: Kinds['top'] | null
  readonly bottom: Kinds['bottom'] | null
}

/** The pieces: what the brief states, and from the seed what is missing to be dressed. */
const piecesOf = (stated: Stated, seed: number, gender: Kinds['gender']): Pieces => {
  const top = saidOf(stated, 'top')[0]?.kind ?? null
  const bottom = saidOf(stated, 'bottom')[0]?.kind ?? null
  const suited = saidOf(stated, 'outer')[0]?.kind === 'suit'
  const inDress =
    gender === 'woman' &&
    top === null &&
    bottom === null &&
    !suited &&
    randomOf(seed, 'in a dress')() < 0.4
  const onePiece = saidOf(stated, 'onePiece')[0]?.kind ?? (inDress ? 'dress' : null)
  const openTop = suited ? 'shirt' : pick(randomOf(seed, 'top'), TOPS[gender])
  return {
    onePiece,
    top: top ?? (onePiece === null || onePiece === 'overalls' ? openTop : null),
    bottom: bottom ?? (onePiece === null ? pick(randomOf(seed, 'bottom'), BOTTOMS[gender]) : null),
  }
}

const isBare = (mention: Mention | undefined): boolean =>
  mention === undefined || mention.tones.length === 0

/** Clothes in their colours. A colour of the whole outfit is that of its largest piece, unless that has its own. */
export const imagineOutfit = (stated: Stated, seed: number, gender: Kinds['gender']): Outfit => {
  const pieces = piecesOf(stated, seed, gender)
  const said = {
    onePiece: saidOf(stated, 'onePiece')[0],
    top: saidOf(stated, 'top')[0],
    bottom: saidOf(stated, 'bottom')[0],
    outer: saidOf(stated, 'outer')[0],
    shoes: saidOf(stated, 'shoes')[0],
  }
  const suited = said.outer?.kind === 'suit'
  const largest = suited ? 'outer' : pieces.onePiece === null ? 'top' : 'onePiece'
  const whole = saidOf(stated, 'outfit')[0]
  const words = (slot: 'onePiece' | 'top' | 'outer'): Mention | undefined =>
    slot === largest && isBare(said[slot]) ? (whole ?? said[slot]) : said[slot]

  const { onePiece, top, bottom } = pieces
  const outer = said.outer ? thingOf('outer', said.outer.kind, words('outer'), seed) : null
  const shirt = top && thingOf('top', top, words('top'), seed)
  const legs = bottom && thingOf('bottom', bottom, said.bottom, seed)
  const shoes =
    said.shoes?.kind ?? pick(randomOf(seed, 'shoes'), ['shoes', 'sneakers', 'boots'] as const)
  return {
    onePiece: onePiece && thingOf('onePiece', onePiece, words('onePiece'), seed),
    top: shirt && suited && said.top === undefined ? { ...shirt, colour: COLOURS.white } : shirt,
    bottom:
      legs && suited && outer && isBare(said.bottom) ? { ...legs, colour: outer.colour } : legs,
    outer,
    shoes: thingOf('shoes', shoes, said.shoes, seed),
  }
}
