import type { Slot, Term } from './kinds.ts'
import { joinPhrases, matchAt } from './lexicon.ts'
import { settle } from './settle.ts'
import type { Mention, Pattern, Stated, Tone } from './stated.ts'
import type { Entry } from './vocabulary.ts'
import { isBoundary, isNegation, isSilent, wordsOf } from './words.ts'

/** Slots whose things have a colour of their own; a colour said of another thing is the outfit's. */
const COLOURED: ReadonlySet<Slot> = new Set<Slot>([
  ...([
    'eyes',
    'hair',
    'beard',
    'glasses',
    'hat',
    'neck',
    'accessory',
    'outfit',
    'onePiece',
  ] as const),
  ...(['top', 'bottom', 'outer', 'shoes', 'back', 'held', 'pet', 'ground', 'background'] as const),
])
/** Slots that say how the hair is: a colour said of them is the hair's. */
const OF_HAIR: ReadonlySet<Slot> = new Set<Slot>(['haircut', 'hairLength', 'hairTexture', 'fringe'])

const SKIN_OF = new Map<Tone['name'], Term>([
  ['black', { slot: 'skin', kind: 'dark' }],
  ['brown', { slot: 'skin', kind: 'brown' }],
  ['white', { slot: 'skin', kind: 'fair' }],
])

/** What colours and a pattern, said before or after the words of `entry`, belong to. */
const targetOf = (entry: Entry, tones: readonly Tone[]): Term => {
  const terms = [...entry.states, ...entry.implies]
  const first = terms[0]
  const skin = tones.length === 1 && tones[0] !== undefined ? SKIN_OF.get(tones[0].name) : undefined
  if (skin !== undefined && (first?.slot === 'gender' || first?.slot === 'age')) return skin
  if (first !== undefined && OF_HAIR.has(first.slot)) return { slot: 'hair', kind: 'hair' }
  return terms.find(({ slot }) => COLOURED.has(slot)) ?? { slot: 'outfit', kind: 'outfit' }
}

/**
 * Reads a brief. Colours and patterns belong to the thing that follows them (`red cape`), else to the one before
 * (`a cape in red`), else to the outfit; `no` and `without` take a thing away. Beyond that the order of the words means
 * nothing.
 */
export const parseBrief = (brief: string): Stated => {
  const words = joinPhrases(wordsOf(brief))
  const mentions: Mention[] = []
  const implied: Mention[] = []
  const banned: Entry[] = []
  const unknown = new Set<string>()
  let tones: Tone[] = []
  let pattern: Pattern | null = null
  let last: { readonly entry: Entry; readonly plain: boolean } | null = null
  let negated = false

  const paint = (term: Term, word: string) => {
    // A skin is its own colour: `black woman` says which.
    const own = term.slot === 'skin' ? [] : tones
    if (tones.length > 0 || pattern !== null) mentions.push({ ...term, tones: own, pattern, word })
    tones = []
    pattern = null
  }
  const paintBefore = () => {
    const bound = last?.plain === true ? targetOf(last.entry, []) : null
    paint(bound ?? { slot: 'outfit', kind: 'outfit' }, '')
    last = null
  }
  const name = (entry: Entry, word: string) => {
    const plain = tones.length === 0 && pattern === null
    const own: Tone[] = entry.colour === null ? [] : [{ name: entry.colour, depth: null }]
    if (!plain) paint(targetOf(entry, tones), word)
    for (const term of entry.states) mentions.push({ ...term, tones: own, pattern: null, word })
    for (const term of entry.implies) implied.push({ ...term, tones: [], pattern: null, word })
    last = { entry, plain }
  }

  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ''
    const match = matchAt(words, at)
    at += match?.length ?? 1
    if (match?.type === 'tone') tones = [...tones, match.tone]
    else if (match?.type === 'pattern') pattern = match.pattern
    else if (match?.type === 'entry') {
      if (negated) banned.push(match.entry)
      else name(match.entry, match.word)
      negated = false
    } else if (isNegation(word)) negated = true
    else if (isBoundary(word)) {
      // `red and white hat`: the colours on both sides are the hat's.
      const goesOn = word === 'and' && matchAt(words, at)?.type === 'tone'
      if (!goesOn && (tones.length > 0 || pattern !== null)) paintBefore()
      if (word !== 'or') negated = false
    } else if (!isSilent(word)) unknown.add(word)
  }
  if (tones.length > 0 || pattern !== null) paintBefore()
  return { ...settle(mentions, implied, banned), unknown: [...unknown] }
}
