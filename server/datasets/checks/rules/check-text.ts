import type { FoundText } from '../text-detector.ts'
import type { Check, CheckedPiece } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** Dots, stars and eyes are read as single characters: what is shorter is no word, and may be a number on a shirt. */
const LETTERS = 2
/** Detectors that must see it before it is sure. */
const SURE = 2
const MAX_WORDS = 40

const isWord = ({ text }: FoundText): boolean =>
  (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= LETTERS

const wordsSeen = ({ texts }: CheckedPiece): { seenBy: number; words: string } => {
  const each = texts.map((found) => found.filter(isWord)).filter((found) => found.length > 0)
  const words = (each[0] ?? []).map(({ text }) => text).join(' ')
  return { seenBy: each.length, words: words.slice(0, MAX_WORDS) }
}

/** Labels, notes, watermarks that are still in the picture. */
export const checkText: Check = (input) => {
  const found = trainedOf(input)
    .map((piece) => ({ piece, ...wordsSeen(piece) }))
    .filter(({ seenBy }) => seenBy > 0)
    .map(({ piece, seenBy, words }) => ({ piece, seenBy, note: `Reads “${words}”.` }))
  const [sure, doubtful] = [
    found.filter(({ seenBy }) => seenBy >= SURE),
    found.filter(({ seenBy }) => seenBy < SURE),
  ]
  const words = {
    code: 'text-left',
    why: 'Words in the pictures are learned as a part of the style: drafts come with scribble that looks like writing.',
    fix: 'Leave the text layer out of the export, or clean the piece. Words that belong to the figurine, as on a shirt, may stay: train anyway.',
    source: 'neuraldrift.io and ArgentVASIMR’s LoRA guide: no text, no watermark',
  } as const
  return [
    ...findingOf(sure, {
      ...words,
      level: 'blocking',
      title: `${countOf(sure.length, 'piece has', 'pieces have')} words in the picture.`,
    }),
    ...findingOf(doubtful, {
      ...words,
      level: 'warning',
      title: `${countOf(doubtful.length, 'piece may have', 'pieces may have')} words in the picture.`,
    }),
  ]
}
