import type { Studio } from '../create-studio.ts'

/** The plugin's buttons on what is selected, as Figma shows them beside a layer. */
export const RelaunchStrip = ({ studio }: { studio: Studio }) => {
  const [first, ...others] = studio.selected.value
  if (first === undefined || others.length > 0) return null
  const { item } = first
  const buttons = studio.manifest.relaunchButtons.filter(({ command }) =>
    Object.hasOwn(item.relaunch, command),
  )
  if (buttons.length === 0) return null
  return (
    <aside class="relaunch" aria-label={`Maquette on ${item.name}`}>
      <span title={item.name}>{item.name}</span>
      {buttons.map(({ command, name }) => (
        <button
          type="button"
          class="button"
          key={command}
          title={item.relaunch[command] ?? ''}
          onClick={() => void studio.session.start(command)}
        >
          {name}
        </button>
      ))}
    </aside>
  )
}
