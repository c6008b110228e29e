import type { Thing } from './character.ts'
import type { Kinds, Slot } from './kinds.ts'
import { openColours } from './open-colours.ts'
import type { Hex } from './palette.ts'
import { COLOURS, HAIR_COLOURS, shade, tint } from './palette.ts'
import { pick, randomOf } from './random.ts'
import type { Mention, Stated, Tone } from './stated.ts'

const NAMED: Readonly<Record<Tone['name'], Hex>> = { ...HAIR_COLOURS, ...COLOURS }

const deepen = (colour: Hex, depth: Tone['depth']): Hex =>
  depth === 'dark' ? shade(colour, 0.35) : depth === 'light' ? tint(colour, 0.45) : colour

/** The colour that a brief names, out of `names` first. */
export const hexOf = ({ name, depth }: Tone, names: Readonly<Record<string, Hex>> = {}): Hex =>
  deepen(names[name] ?? NAMED[name], depth)

type Of<S extends Slot> = Mention & { readonly slot: S; readonly kind: Kinds[S] }

/** What the brief says in one slot, in the order of the vocabulary. */
export const saidOf = <S extends Slot>(stated: Stated, slot: S): readonly Of<S>[] =>
  stated.mentions.filter((mention): mention is Of<S> => mention.slot === slot)

/** The thing in the colours that were said, else in its own and the seed's. */
export const thingOf = <S extends Slot>(
  slot: S,
  kind: Kinds[S],
  said: Pick<Mention, 'tones' | 'pattern'> | undefined,
  seed: number,
): Thing<Kinds[S]> => {
  const [first, second] = said?.tones ?? []
  const colour =
    first === undefined
      ? pick(randomOf(seed, `colour of ${kind}`), openColours(slot, kind))
      : hexOf(first)
  return {
    kind,
    colour,
    accent: second === undefined ? tint(colour, 0.55) : hexOf(second),
    pattern: said?.pattern ?? null,
  }
}

/** Everything that the brief asks for in one slot. */
export const thingsOf = <S extends Slot>(
  stated: Stated,
  slot: S,
  seed: number,
): readonly Thing<Kinds[S]>[] =>
  saidOf(stated, slot).map((mention) => thingOf(slot, mention.kind, mention, seed))
