import type { Mark, RejectReason } from './mark.ts'

/** In her words, for buttons, names and captions. */
export const REASON_WORDS: Readonly<Record<RejectReason, string>> = {
  face: 'face',
  hands: 'hands',
  extra: 'extra thing',
  'off-style': 'off style',
  clay: 'cannot be made in clay',
  other: 'other',
}

/** A mark as a glyph and words, never as a colour alone: `★`, or `✕ hands`. */
export const describeMark = (mark: Mark): string =>
  mark.kind === 'star' ? '★' : `✕ ${REASON_WORDS[mark.reason]}`
