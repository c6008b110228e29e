import { expect } from 'vitest'
import type { CellState } from '../../../../plugin/ui/compare/sweep/cell-states.ts'
import type { openDesk } from '../open-desk.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Presses a sweep over the settings that are named, the first one over its columns; answers with it on the canvas. */
export const pressSweep = async (
  { canvas, comparing, drafting }: Desk,
  texts: Record<string, string>,
  brief: string,
) => {
  const [columns, rows = null] = Object.keys(texts) as ['seed']
  drafting.form.change({ brief })
  comparing.sweeping.change({ columns, rows, texts })
  expect(comparing.sweeping.problem.value).toBeNull()
  await comparing.sweeping.press()
  return canvas.sweeps.all.at(-1)!
}

/** The latest sweep. */
export const viewOf = ({ panel }: Desk) => panel.sweeps.value.at(-1)!

/** How many of its cells stand how. */
export const countCells = (desk: Desk): Partial<Record<CellState, number>> => {
  const states = desk.comparing.runner.statesOf(viewOf(desk))
  return Object.fromEntries(
    [...new Set(states)].map((state) => [state, states.filter((one) => one === state).length]),
  )
}
