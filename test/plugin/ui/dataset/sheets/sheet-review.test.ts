import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPage } from '../../../../sheets/plain-page.ts'
import { eventually } from '../../eventually.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'
import { button, openDatasetTab, storedPieces } from '../open-dataset-tab.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
}, 60_000)
afterAll(() => stage.close())

test('a page becomes pieces: cleaned, reviewed, moved by hand, cleaned again, and only then kept', async () => {
  const { proxy, panel } = await openDatasetTab(stage, {})
  await panel
    .getByLabel('Pages to clean')
    .setInputFiles({ name: 'Orders of May.png', mimeType: 'image/png', buffer: await plainPage() })
  await button(panel, 'Review').click()
  const dialog = panel.getByRole('dialog', { name: 'Orders of May.png' })
  const cells = dialog.getByRole('button', { name: /^Cell \d+, / })
  const count = await cells.count()
  expect(count).toBeGreaterThan(0)
  expect(await storedPieces(proxy)).toEqual([])

  await cells.first().press('Alt+Shift+ArrowLeft')
  await dialog.getByText('Cells or labels were changed.').waitFor()
  await dialog.getByRole('button', { name: 'Clean again' }).click()
  await button(panel, 'Review').click()
  const again = await proxy.call('listSheets', '/v1/sheets')
  expect(again.sheets).toMatchObject([{ name: 'Orders of May.png', edited: true }])

  for (let at = 1; at <= count; at += 1) {
    await dialog.getByRole('button', { name: new RegExp(`^${at}( \\?)?$`) }).click()
    await dialog.getByRole('checkbox', { name: 'Keep this piece' }).check()
  }
  await dialog.getByRole('slider', { name: 'Before' }).fill('20')
  await dialog.getByRole('button', { name: /^Add \d+ piece/ }).click()
  await eventually(async () => expect(await storedPieces(proxy)).toHaveLength(count))
  const [first] = await storedPieces(proxy)
  expect(first).toMatchObject({
    name: 'figurine_01',
    provenance: { type: 'sheet', sheet: again.sheets[0]!.id, cell: 0 },
    file: again.sheets[0]!.pieces[0]!.file,
  })
})

test('what is no picture is said, and nothing is kept of it', async () => {
  const { proxy, panel } = await openDatasetTab(stage, {})
  const buffer = Buffer.from('GIF89a')
  await panel
    .getByLabel('Pages to clean')
    .setInputFiles({ name: 'moving.gif', mimeType: 'image/gif', buffer })
  await panel.getByText('“moving.gif” is no PNG or JPEG picture.').waitFor()
  expect((await proxy.call('listSheets', '/v1/sheets')).sheets).toEqual([])
})
