import type { Signal } from '@preact/signals'
import type { Studio } from '../create-studio.ts'
import { ChevronIcon } from './icons.tsx'
import { Menu } from './menu.tsx'
import type { MenuEntry } from './menu.tsx'
import { pluginCommands } from './plugin-commands.ts'
import type { Question } from './questions.tsx'

/** The manifest's commands, as Figma lists them under Plugins. */
export const PluginMenu = ({
  studio,
  question,
}: {
  studio: Studio
  question: Signal<Question | null>
}) => {
  const entries = pluginCommands(studio.manifest.menu).map((entry): MenuEntry => {
    if (entry === 'separator') return { type: 'separator' }
    const choose = () => {
      if (entry.parameters.length === 0) void studio.session.start(entry.command)
      else question.value = { type: 'parameters', of: entry }
    }
    return { type: 'item', name: entry.name, choose }
  })
  return (
    <Menu label="Plugin" class="text-button" entries={entries}>
      Plugin
      <ChevronIcon />
    </Menu>
  )
}
