import type { BoardSummary } from '../../../../shared/board.ts'
import { BoardLayout } from '../../../../shared/board.ts'
import { Note } from '../../components/note.tsx'
import { SelectField } from '../../components/select.tsx'
import { usePanel } from '../../panel-context.ts'
import { LAYOUT_WORDS } from './board-words.ts'

/** The board that is selected, or holds what is: laid out anew, and as its frames are now. */
export const SelectedBoard = ({ board }: { readonly board: BoardSummary }) => {
  const { panel } = usePanel()
  const { boards } = panel
  const { node, layout, moves } = board
  const outcome = boards.outcome.value
  const leftOut = outcome?.node === node ? outcome.leftOut : []
  const refresh = (next: BoardLayout) => panel.attempt(() => boards.refresh(node, next))
  return (
    <section class="board" aria-label="Board">
      <h2>Board</h2>
      {leftOut.length > 0 && (
        <Note tone="warning" title="Left out">
          {leftOut.map((why) => (
            <div key={why}>{why}</div>
          ))}
        </Note>
      )}
      <SelectField
        label="Side by side"
        value={layout}
        options={BoardLayout.options}
        textOf={(option) => LAYOUT_WORDS[option]}
        onChange={refresh}
      />
      <button class="press" aria-disabled={boards.isBusy.value} onClick={() => refresh(layout)}>
        <strong>{boards.isBusy.value ? 'Refreshing…' : 'Refresh the board'}</strong>
        {moves
          ? 'Captions, marks and places anew; your notes stay'
          : 'Copies, captions and marks anew; your notes stay'}
      </button>
    </section>
  )
}
