import { usePanel } from '../../panel-context.ts'
import { NewBoard } from './new-board.tsx'
import { SelectedBoard } from './selected-board.tsx'

/** Frames side by side on the canvas: a new board of the selection, or the board that is selected. */
export const BoardSection = () => {
  const { boards, selection, sweeps } = usePanel().panel
  const board = boards.selected.value
  if (board !== null) return <SelectedBoard board={board} />
  const isSweep = sweeps.value.some(({ section }) => section === selection.value.first?.node)
  return selection.value.count === 0 || isSweep ? null : <NewBoard />
}
