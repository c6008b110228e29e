import type { StudioManifest } from '../load-plugin-files.ts'

type MenuItem = StudioManifest['menu'][number]

export type PluginCommand = {
  readonly command: string
  readonly name: string
  /** What a quick action asks for first; empty for a plain command. */
  readonly parameters: readonly { readonly key: string; readonly name: string }[]
}
export type PluginMenuEntry = PluginCommand | 'separator'

/** The manifest's menu in one level. */
export const pluginCommands = (menu: readonly MenuItem[]): readonly PluginMenuEntry[] =>
  menu.flatMap((item): readonly PluginMenuEntry[] => {
    if (item.separator === true) return ['separator']
    if (item.menu !== undefined) return pluginCommands(item.menu)
    const { name, command, parameters = [] } = item
    return name === undefined || command === undefined ? [] : [{ name, command, parameters }]
  })
