import type { Slot, Term } from './kinds.ts'
import { ROOM } from './kinds.ts'
import type { Mention, Stated } from './stated.ts'
import type { Entry } from './vocabulary.ts'
import { VOCABULARY } from './vocabulary.ts'

const keyOf = ({ slot, kind }: Term): string => `${slot}/${kind}`

/** Where each thing first comes in the vocabulary. */
const RANKS = new Map(
  VOCABULARY.flatMap(({ states, implies }) => [...states, ...implies])
    .map((term, rank) => [keyOf(term), rank] as const)
    .reverse(),
)
const rankOf = (term: Term): number => RANKS.get(keyOf(term)) ?? RANKS.size

const coloursOf = ({ tones }: Mention): string => tones.map(({ name }) => name).join(' ')

/** Of two colours of one thing, the first by its name stays, in whatever order they were said. */
const choose = (one: Mention, other: Mention): Mention =>
  one.tones.length > 0 && (other.tones.length === 0 || coloursOf(one) <= coloursOf(other))
    ? one
    : other

/** One mention of each thing, with all that was said of it. */
const merge = (mentions: readonly Mention[]): readonly Mention[] => {
  const merged = new Map<string, Mention>()
  for (const mention of mentions) {
    const known = merged.get(keyOf(mention)) ?? mention
    merged.set(keyOf(mention), {
      ...choose(known, mention),
      pattern: known.pattern ?? mention.pattern,
    })
  }
  return [...merged.values()].sort((one, other) => rankOf(one) - rankOf(other))
}

/** Colours that another one of the same thing keeps out, as `red dress`. */
const outpainted = (mentions: readonly Mention[], kept: readonly Mention[]): readonly string[] =>
  mentions
    .filter((mention) => {
      const winner = kept.find((one) => keyOf(one) === keyOf(mention))
      return (
        mention.tones.length > 0 && winner !== undefined && coloursOf(winner) !== coloursOf(mention)
      )
    })
    .map((mention) =>
      mention.word.includes(coloursOf(mention))
        ? mention.word
        : `${coloursOf(mention)} ${mention.word}`.trim(),
    )

/** What is drawn instead of a thing that is taken away and cannot just be left out. */
const withoutIt = ({ slot }: Term): readonly Term[] =>
  slot === 'hair'
    ? [{ slot: 'haircut', kind: 'bald' }]
    : slot === 'shoes'
      ? [{ slot: 'shoes', kind: 'barefoot' }]
      : []

const roomOf = (slot: Slot): number => ROOM[slot] ?? 1

/** `no hat` takes away whatever hat; `no cape` leaves the backpack. */
const isTaken =
  (away: readonly Term[]) =>
  ({ slot, kind }: Term): boolean =>
    away.some((term) => term.slot === slot && (roomOf(slot) === 1 || term.kind === kind))

/** Makes room: what is stated comes before what is brought along, and a slot holds no more than its room. */
export const settle = (
  mentions: readonly Mention[],
  implied: readonly Mention[],
  banned: readonly Entry[],
): Pick<Stated, 'mentions' | 'crowded'> => {
  const away = banned.flatMap(({ states, implies }) => [...states, ...implies])
  const isAway = isTaken(away)
  const allowed = mentions.filter((mention) => !isAway(mention))
  const instead = away
    .flatMap(withoutIt)
    .map((term): Mention => ({ ...term, tones: [], pattern: null, word: '' }))

  const kept: Mention[] = []
  const hasRoom = (slot: Slot) => kept.filter((one) => one.slot === slot).length < roomOf(slot)
  const crowded: string[] = []
  for (const mention of merge([...allowed, ...instead]))
    if (hasRoom(mention.slot)) kept.push(mention)
    else crowded.push(mention.word)
  crowded.push(...outpainted(allowed, kept))

  const stated = new Set(kept.map(({ slot }) => slot))
  const isDressed = stated.has('top') || stated.has('bottom')
  for (const mention of merge(implied.filter((one) => !isAway(one)))) {
    const isHidden = stated.has(mention.slot) || (mention.slot === 'onePiece' && isDressed)
    if (!isHidden && hasRoom(mention.slot)) kept.push(mention)
  }
  return { mentions: kept, crowded: [...new Set(crowded)].filter((word) => word !== '') }
}
