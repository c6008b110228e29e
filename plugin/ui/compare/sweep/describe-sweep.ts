import type { CellState } from './cell-states.ts'

/** How far a sweep is, in words: `5 of 12 drawn · 3 under way`. */
export const describeSweep = (states: readonly CellState[]): string => {
  const count = (state: CellState) => states.filter((one) => one === state).length
  const parts: readonly (readonly [number, string])[] = [
    [count('sent'), 'under way'],
    [count('waiting'), 'to come'],
    [count('failed'), 'failed'],
    [count('empty'), 'left out'],
    [count('kept'), 'not on the canvas'],
  ]
  return [
    `${count('drawn')} of ${states.length} drawn`,
    ...parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`),
  ].join(' · ')
}
