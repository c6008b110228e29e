import { BoardRole } from '../../../../shared/board.ts'
import { Select } from '../../components/select.tsx'
import { usePanel } from '../../panel-context.ts'
import { ROLE_WORDS } from './board-words.ts'

/** Rows that fit above the button. */
const MOST = 5
const ROLES = BoardRole.options.filter((role) => role !== 'draft')

/** What the frames that are no drafts are: a guess until she says it. */
export const RoleList = () => {
  const { boards } = usePanel().panel
  const layers = boards.layers.value.filter(({ recipe }) => recipe === null)
  if (layers.length === 0 || layers.length > MOST) return null
  return (
    <div>
      {layers.map(({ node, name, role }) => (
        <div class="row" key={node}>
          <label class="brief" for={`role-${node}`} dir="auto">
            {name.trim() === '' ? 'No name' : name}
          </label>
          <Select
            id={`role-${node}`}
            value={role}
            options={ROLES}
            textOf={(option) => ROLE_WORDS[option]}
            onChange={(next) => boards.say(node, next)}
          />
        </div>
      ))}
    </div>
  )
}
