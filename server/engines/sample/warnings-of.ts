import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { PictureRequest } from '../engine.ts'
import type { Stated } from './stated.ts'

const LIMIT = 8

const usual = FIRST_STYLE.defaults

const quoted = (words: readonly string[]): string => {
  const shown = words.slice(0, LIMIT).map((word) => `"${word.slice(0, 40)}"`)
  const more = words.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** What the picture will not show, in words for her. */
export const warningsOf = (
  stated: Stated,
  { steps, guidance, loraScale }: Pick<PictureRequest, 'steps' | 'guidance' | 'loraScale'>,
): readonly string[] => [
  ...(stated.unknown.length > 0
    ? [`The sample engine does not know: ${quoted(stated.unknown)}.`]
    : []),
  ...(stated.crowded.length > 0
    ? [`The sample engine has no room left for: ${quoted(stated.crowded)}.`]
    : []),
  ...(steps !== usual.steps || guidance !== usual.guidance || loraScale !== usual.loraScale
    ? ['The sample engine draws with code: steps, guidance and LoRA strength change nothing.']
    : []),
]
