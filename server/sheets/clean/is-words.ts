import type { Reading } from '../text/read-text.ts'

/** How sure the recognizer must be of a line, by how many letters and digits it has. */
const SURE = { one: 0.85, few: 0.6, many: 0.45 }

/** Whether a reading is one of words, and not of dots, stars or the lines of a drawing. */
export const isWords = ({ text, score }: Reading): boolean => {
  const count = text.replace(/[^\p{Letter}\p{Number}]/gu, '').length
  if (count === 0) return false
  return score >= (count === 1 ? SURE.one : count === 2 ? SURE.few : SURE.many)
}
