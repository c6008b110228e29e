import type { Print } from '../../datasets/checks/pixels/print.ts'
import { CELLS } from '../../datasets/checks/pixels/print.ts'
import { colourWord } from './colour-words.ts'

/** A colour counts from this share of the figurine on. */
const LEAST = 0.08
const MOST = 4

/** The colours of a figurine by their names, the largest part first. */
export const paletteOf = ({ lab, weight }: Print): readonly string[] => {
  const parts = new Map<string, number>()
  let all = 0
  for (let cell = 0; cell < CELLS; cell += 1) {
    const share = weight[cell] ?? 0
    // At its edge the figurine is mixed with the background.
    if (share < 0.9) continue
    const at = cell * 3
    const word = colourWord([lab[at] ?? 0, lab[at + 1] ?? 0, lab[at + 2] ?? 0])
    parts.set(word, (parts.get(word) ?? 0) + share)
    all += share
  }
  return [...parts]
    .filter(([, part]) => part >= LEAST * all)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([word]) => word)
}
