import { CAPTION_LIMIT } from '../../../shared/piece.ts'

export type ReadCaption = { readonly caption: string; readonly note: string | null }

const CUT = `The caption has more than ${CAPTION_LIMIT} characters: only the beginning was taken.`
const NOT_TEXT = 'The caption is not text in UTF-8: it was left out.'

/** A caption file as one line of text. */
export const readCaption = (bytes: Uint8Array): ReadCaption => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const line = text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
      .trim()
    return line.length > CAPTION_LIMIT
      ? {
          caption: line
            .slice(0, CAPTION_LIMIT)
            .replace(/\p{Cs}$/u, '')
            .trim(),
          note: CUT,
        }
      : { caption: line, note: null }
  } catch {
    return { caption: '', note: NOT_TEXT }
  }
}
