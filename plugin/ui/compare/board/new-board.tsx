import { BoardLayout } from '../../../../shared/board.ts'
import { SelectField } from '../../components/select.tsx'
import { Switch } from '../../components/switch.tsx'
import { usePanel } from '../../panel-context.ts'
import { LAYOUT_WORDS } from './board-words.ts'
import { describeLayers } from './describe-layers.ts'
import { RoleList } from './role-list.tsx'

/** What is selected, and one press that puts it side by side. */
export const NewBoard = () => {
  const { panel } = usePanel()
  const { boards } = panel
  const { layout, moves } = boards.choice.value
  const problem = boards.problem.value
  const press = () => panel.attempt(boards.make)
  return (
    <section class="board" aria-label="Board">
      <div>
        <h2>Board</h2>
        <div class="quiet">{describeLayers(panel.selection.value.count, boards.layers.value)}</div>
      </div>
      <RoleList />
      <SelectField
        label="Side by side"
        value={layout}
        options={BoardLayout.options}
        textOf={(option) => LAYOUT_WORDS[option]}
        onChange={(next) => (boards.choice.value = { layout: next, moves })}
      />
      <div class="row">
        <div>
          Move the frames
          <div class="quiet">
            {moves ? 'They leave their place, in their own size' : 'Off: copies, equally large'}
          </div>
        </div>
        <Switch
          label="Move the frames instead of copying them"
          isOn={moves}
          onChange={(isOn) => (boards.choice.value = { layout, moves: isOn })}
        />
      </div>
      <button class="press" aria-disabled={problem !== null || boards.isBusy.value} onClick={press}>
        <strong>{boards.isBusy.value ? 'Putting side by side…' : 'Put side by side'}</strong>
        {problem ??
          `${moves ? 'Moves' : 'Copies'} ${boards.layers.value.length} frames onto a board`}
      </button>
    </section>
  )
}
