import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPage } from '../../../../sheets/plain-page.ts'
import { eventually } from '../../eventually.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'
import { button, openDatasetTab, selectedLayers, storedPieces } from '../open-dataset-tab.ts'

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
  // It opens at its top, with the page.
  expect(await dialog.locator('.content').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
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

test('pictures that are selected on the canvas are taken as sheets, and a layer without one is said', async () => {
  const page = new Uint8Array(await plainPage())
  const script = selectedLayers(page, 'a note', 'Orders of May')
  const layers = script.layers.map((layer) =>
    layer.name === 'a note' ? { ...layer, picture: undefined } : layer,
  )
  const opened = await openDatasetTab(stage, { ...script, layers })
  const { proxy, panel } = opened
  const use = button(panel, 'Use the 2 selected pictures')
  expect(await use.count()).toBe(0)
  await opened.page.evaluate(
    (names) => {
      const layer = (name: string, at: number) => ({
        node: `1:${at}`,
        name,
        width: 100,
        height: 70,
        recipe: null,
        mark: null,
        finishedOf: null,
        role: null,
        board: null,
        lostFinished: null,
      })
      const [first] = names.map(layer)
      globalThis.canvas.select({
        count: names.length,
        first: first ?? null,
        recipe: null,
        placeholder: null,
        layers: names.map(layer),
      })
    },
    ['a note', 'Orders of May'],
  )
  await use.click()
  await panel.getByRole('alert').filter({ hasText: 'This layer has no picture.' }).waitFor()
  await panel.getByRole('list', { name: 'Sheets' }).getByText('Orders of May').waitFor()
  await eventually(async () =>
    expect((await proxy.call('listSheets', '/v1/sheets')).sheets).toMatchObject([
      { name: 'Orders of May', width: 1000, height: 700 },
    ]),
  )
})
