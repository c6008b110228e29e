import { expect, test } from 'vitest'
import { pluginCommands } from '../../../server/studio/web/bar/plugin-commands.ts'

test('the menu comes out in one level, quick actions with what they ask for', () => {
  const brief = { key: 'brief', name: 'Brief' }
  expect(
    pluginCommands([
      { name: 'Open', command: 'open' },
      { separator: true },
      { name: 'More', menu: [{ name: 'Draft…', command: 'draft', parameters: [brief] }] },
    ]),
  ).toEqual([
    { name: 'Open', command: 'open', parameters: [] },
    'separator',
    { name: 'Draft…', command: 'draft', parameters: [brief] },
  ])
})
