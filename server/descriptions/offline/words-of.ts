import type { DescriptionMode } from '../../../shared/contract/index.ts'
import type { Looked } from '../../datasets/checks/pixels/look.ts'
import { colourWord } from './colour-words.ts'
import { paletteOf } from './palette-of.ts'
import { readHints } from './read-hints.ts'

/** `red`, `red and blue`, `red, blue and white`. */
const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

const UNKNOWN = { piece: 'a character', person: 'a person' } as const

/** What code can see in a picture, and read in its hints: nothing is guessed. */
export const wordsOf = (
  { look, print }: Looked,
  mode: DescriptionMode,
  hints: readonly string[],
): string => {
  const { subject, proportions, view } = readHints(hints)
  const palette = paletteOf(print)
  const behind = look.background === null ? null : colourWord(look.background)
  return [
    subject ?? UNKNOWN[mode],
    palette.length > 0 ? `mostly in ${listOf(palette)}` : null,
    proportions,
    view,
    behind === null || mode === 'person' ? null : `plain ${behind} background`,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
