import type { CaptionHints } from './caption-hints.ts'

/** Words that say nothing about what can be seen. */
const IDLE = new Set(
  'a an and the of with in on at to for from by her his their its is are wearing holding has have who figurine chibi figure view front back left right top bottom layer small large big one two three body head base'.split(
    ' ',
  ),
)
/** Words told apart at once: more would not be read. */
const MOST = 4

/** The same word, or another form of it: `glass` and `glasses`. */
const isSame = (a: string, b: string): boolean =>
  (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= 3

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 2 && !IDLE.has(word))

const missing = (words: readonly string[], others: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => !others.some((other) => isSame(word, other))).slice(0, MOST)

export type WordGaps = {
  /** In the caption, and in no layer's name. */
  readonly unseen: readonly string[]
  /** In a layer's name, and not in the caption. */
  readonly unsaid: readonly string[]
}

/** Where a caption and the names of the layers disagree. Too few names say nothing, and there is no gap then. */
export const compareWords = (words: string, hints: CaptionHints, brief: string): WordGaps => {
  const values = hints.properties.map(({ name, value }) =>
    /^(yes|true|on)$/i.test(value) ? name : /^(no|none|false|off)$/i.test(value) ? '' : value,
  )
  const named = wordsIn([hints.component, hints.name, ...hints.layers, ...values].join(' '))
  if (hints.layers.length + values.length < 2) return { unseen: [], unsaid: [] }
  const said = wordsIn(words)
  return {
    unseen: missing(said, [...named, ...wordsIn([brief, ...hints.texts].join(' '))]),
    unsaid: missing(wordsIn([...hints.layers, ...values].join(' ')), said),
  }
}
