import type { Term } from './kinds.ts'
import type { ColourName, HairColourName } from './palette.ts'

/** A colour as it is said: `dark blue`. */
export type Tone = {
  readonly name: ColourName | HairColourName
  readonly depth: 'light' | 'dark' | null
}

export type Pattern = 'striped' | 'checked' | 'dotted'

/** One thing that the brief asks for, with what it says about it. */
export type Mention = Term & {
  readonly tones: readonly Tone[]
  readonly pattern: Pattern | null
  /** The word of the brief that asks for it. */
  readonly word: string
}

/** What a brief says, in an order that does not depend on the order of its words. */
export type Stated = {
  readonly mentions: readonly Mention[]
  /** Words that the vocabulary lacks, in the order of the brief, each once. */
  readonly unknown: readonly string[]
  /** Known words for which the figurine has no room, such as a second hat. */
  readonly crowded: readonly string[]
}
