import type { FoundText } from '../text-detector.ts'
import type { Check, CheckedPiece } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** Dots, stars and eyes are read as single characters: what is shorter is no word, and may be a number on a shirt. */
const LETTERS = 2
const MAX_WORDS = 40

const isWord = ({ text }: FoundText): boolean =>
  (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= LETTERS

type Box = FoundText['box']
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** It is sure of words that two detectors read in one place. */
const wordsSeen = ({ texts }: CheckedPiece): { isSure: boolean; words: string } => {
  const each = texts.map((found) => found.filter(isWord))
  const agreed = each.map((found, at) =>
    found.filter(({ box }) =>
      each.some((others, by) => by !== at && others.some((other) => overlap(box, other.box))),
    ),
  )
  const isSure = agreed.some((found) => found.length > 0)
  const told = (isSure ? agreed : each).find((found) => found.length > 0) ?? []
  const words = told.map(({ text }) => text).join(' ')
  return { isSure, words: words.slice(0, MAX_WORDS) }
}

/** Labels, notes, watermarks that are still in the picture. */
export const checkText: Check = (input) => {
  const found = trainedOf(input)
    .map((piece) => ({ piece, ...wordsSeen(piece) }))
    .filter(({ words }) => words !== '')
    .map(({ piece, isSure, words }) => ({ piece, isSure, note: `Reads “${words}”.` }))
  const [sure, doubtful] = [
    found.filter(({ isSure }) => isSure),
    found.filter(({ isSure }) => !isSure),
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
