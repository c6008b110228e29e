import type { ColourName, HairColourName } from './palette.ts'
import { COLOUR_NAMES } from './palette.ts'
import type { Pattern, Tone } from './stated.ts'
import type { Entry } from './vocabulary.ts'
import { VOCABULARY } from './vocabulary.ts'

/** What a run of words of the brief means; `length` of them belong to it. */
export type Match = { readonly length: number } & (
  | { readonly type: 'entry'; readonly entry: Entry; readonly word: string }
  | { readonly type: 'tone'; readonly tone: Tone }
  | { readonly type: 'pattern'; readonly pattern: Pattern }
)

const ENTRIES = new Map(VOCABULARY.flatMap((entry) => entry.words.map((word) => [word, entry])))
const LONGEST = Math.max(...[...ENTRIES.keys()].map((phrase) => phrase.split(' ').length))

const COLOUR_WORDS = new Map<string, ColourName | HairColourName>([
  ...COLOUR_NAMES.map((name) => [name, name] as const),
  ['gray', 'grey'],
  ['golden', 'gold'],
  ['violet', 'purple'],
  ['lilac', 'lavender'],
  ['crimson', 'red'],
  ['scarlet', 'red'],
  ['burgundy', 'maroon'],
])
const DEPTHS = new Map<string, Tone['depth']>([
  ['light', 'light'],
  ['pale', 'light'],
  ['dark', 'dark'],
  ['deep', 'dark'],
])
const PATTERNS = new Map<string, Pattern>([
  ['striped', 'striped'],
  ['stripe', 'striped'],
  ['checked', 'checked'],
  ['checkered', 'checked'],
  ['plaid', 'checked'],
  ['tartan', 'checked'],
  ['dotted', 'dotted'],
  ['spotted', 'dotted'],
  ['polka dot', 'dotted'],
])

/** A word as it is and, after that, what it may be the plural of. */
const singulars = (word: string): readonly string[] => [
  word,
  word.replace(/ies$/, 'y'),
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
  word.replace(/ves$/, 'f'),
]

const lookUp = <T>(map: ReadonlyMap<string, T>, phrase: string): T | undefined => {
  const known = singulars(phrase).find((word) => map.has(word))
  return known === undefined ? undefined : map.get(known)
}

const matchTone = (words: readonly string[], at: number): Match | null => {
  const depth = DEPTHS.get(words[at] ?? '')
  const name = COLOUR_WORDS.get(words[depth === undefined ? at : at + 1] ?? '')
  if (name === undefined) return null
  return { type: 'tone', tone: { name, depth: depth ?? null }, length: depth === undefined ? 1 : 2 }
}

const isPaint = (word: string): boolean => COLOUR_WORDS.has(word) || PATTERNS.has(word)

/** `long white beard` as `white long beard`: what belongs together comes together. */
export const joinPhrases = (words: readonly string[]): readonly string[] => {
  const joined = [...words]
  for (let at = 0; at < joined.length; at += 1) {
    const word = joined[at] ?? ''
    let paints = 0
    while (isPaint(joined[at + 1 + paints] ?? '')) paints += 1
    if (paints > 0 && lookUp(ENTRIES, `${word} ${joined[at + 1 + paints] ?? ''}`) !== undefined)
      joined.splice(at, paints + 1, ...joined.slice(at + 1, at + 1 + paints), word)
  }
  return joined
}

/** What the words from `at` on mean, the longest phrase first; null where the vocabulary lacks them. */
export const matchAt = (words: readonly string[], at: number): Match | null => {
  for (let length = LONGEST; length > 0; length -= 1) {
    if (at + length > words.length) continue
    const word = words.slice(at, at + length).join(' ')
    const entry = lookUp(ENTRIES, word)
    if (length === 1) {
      const tone = matchTone(words, at)
      if (tone !== null) return tone
    }
    if (entry !== undefined) return { type: 'entry', entry, word, length }
    const pattern = lookUp(PATTERNS, word)
    if (pattern !== undefined) return { type: 'pattern', pattern, length }
  }
  return null
}
