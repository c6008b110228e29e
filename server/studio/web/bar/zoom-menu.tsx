import { perform } from '../canvas/perform.ts'
import type { Shortcut } from '../canvas/shortcut.ts'
import type { Studio } from '../create-studio.ts'
import { Menu } from './menu.tsx'
import type { MenuEntry } from './menu.tsx'

export const ZoomMenu = ({ studio }: { studio: Studio }) => {
  const item = (name: string, does: Shortcut, keys: string): MenuEntry => ({
    type: 'item',
    name,
    keys,
    choose: () => perform(studio, does),
  })
  const entries = [
    item('Show everything', { type: 'fit-all' }, '⇧1'),
    item('Show the selection', { type: 'fit-selection' }, '⇧2'),
    item('100%', { type: 'zoom-whole' }, '⇧0'),
  ]
  const percent = `${Math.round(studio.viewport.value.zoom * 100)}%`
  return (
    <Menu label={`Zoom, ${percent}`} class="text-button zoom" entries={entries}>
      {percent}
    </Menu>
  )
}
