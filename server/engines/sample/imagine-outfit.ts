import type { Character, Thing } from './character.ts'
import type { Kinds } from './kinds.ts'
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

/** Clothes: what the brief states, and from the seed what is missing to be dressed. */
export const imagineOutfit = (stated: Stated, seed: number, gender: Kinds['gender']): Outfit => {
  const onePieceSaid = saidOf(stated, 'onePiece')[0]
  const topSaid = saidOf(stated, 'top')[0]
  const bottomSaid = saidOf(stated, 'bottom')[0]
  const outerSaid = saidOf(stated, 'outer')[0]
  const shoesSaid = saidOf(stated, 'shoes')[0]

  const inDress =
    gender === 'woman' &&
    topSaid === undefined &&
    bottomSaid === undefined &&
    outerSaid?.kind !== 'suit' &&
    randomOf(seed, 'in a dress')() < 0.4
  const onePieceKind = onePieceSaid?.kind ?? (inDress ? 'dress' : null)
  const topKind =
    topSaid?.kind ??
    (onePieceKind === 'overalls' || onePieceKind === null
      ? outerSaid?.kind === 'suit'
        ? 'shirt'
        : pick(randomOf(seed, 'top'), TOPS[gender])
      : null)
  const bottomKind =
    bottomSaid?.kind ??
    (onePieceKind === null ? pick(randomOf(seed, 'bottom'), BOTTOMS[gender]) : null)

  // A colour of the whole outfit is that of its largest part without one.
  const whole = saidOf(stated, 'outfit')[0]
  const largest = outerSaid?.kind === 'suit' ? 'outer' : onePieceKind !== null ? 'onePiece' : 'top'
  const said = (slot: 'outer' | 'onePiece' | 'top', own: Mention | undefined) =>
    largest === slot && (own === undefined || own.tones.length === 0) ? (whole ?? own) : own

  const suited = outerSaid?.kind === 'suit'
  const outer =
    outerSaid === undefined
      ? null
      : thingOf('outer', outerSaid.kind, said('outer', outerSaid), seed)
  const plain = (top: Thing<Kinds['top']>): Thing<Kinds['top']> =>
    suited && topSaid === undefined ? { ...top, colour: '#f8f3ea' } : top
  const bottom = bottomKind === null ? null : thingOf('bottom', bottomKind, bottomSaid, seed)
  return {
    onePiece:
      onePieceKind === null
        ? null
        : thingOf('onePiece', onePieceKind, said('onePiece', onePieceSaid), seed),
    top: topKind === null ? null : plain(thingOf('top', topKind, said('top', topSaid), seed)),
    bottom:
      suited && bottom !== null && outer !== null && (bottomSaid?.tones.length ?? 0) === 0
        ? { ...bottom, colour: outer.colour }
        : bottom,
    outer,
    shoes: thingOf(
      'shoes',
      shoesSaid?.kind ?? pick(randomOf(seed, 'shoes'), ['shoes', 'sneakers', 'boots'] as const),
      shoesSaid,
      seed,
    ),
  }
}
