import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../../../shared/contract/index.ts'
import { openDataset } from '../../../server/datasets/open-dataset.ts'
import { eventually } from '../eventually.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'
import { button, openDatasetTab, renderedPicture, selectedLayers } from './open-dataset-tab.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
}, 60_000)
afterAll(() => stage.close())

test('captions are changed one by one and all at once, and taken back', async () => {
  const dataset = await openDataset()
  for (const [at, words] of ['a cook with glasses', 'a knight with Glasses', 'a dog'].entries())
    await dataset.put(at + 1, { caption: `a nua_figurine_style chibi figurine of ${words}` })
  const captions = async () =>
    (await dataset.get()).pieces.map(({ caption }) => caption.replace(/^.* of /, ''))
  const { panel } = await openDatasetTab(stage, {}, dataset)
  await button(panel, /^figurine_03/).click()
  await panel.getByLabel('Caption').fill('a nua_figurine_style chibi figurine of a white dog')
  await button(panel, 'Close').click()
  await eventually(async () => expect((await captions())[2]).toBe('a white dog'))
  await button(panel, 'Captions').click()
  await panel
    .getByRole('region', { name: 'Phrases' })
    .getByRole('button', { name: 'glasses' })
    .first()
    .click()
  await panel.getByText('in 2 captions').waitFor()
  await panel.getByLabel('Replace with').fill('round $& spectacles')
  await button(panel, 'Replace all').click()
  await eventually(async () =>
    expect(await captions()).toEqual([
      'a cook with round $& spectacles',
      'a knight with round $& spectacles',
      'a white dog',
    ]),
  )
  await button(panel, 'Undo').click()
  await eventually(async () =>
    expect(await captions()).toEqual([
      'a cook with glasses',
      'a knight with Glasses',
      'a white dog',
    ]),
  )
  await button(panel, 'Undo').click()
  await eventually(async () => expect((await captions())[2]).toBe('a dog'))
})

test('pieces are held out, put in order, taken out, frozen and compared', async () => {
  const dataset = await openDataset()
  for (const number of [1, 2, 3]) await dataset.put(number)
  const { panel } = await openDatasetTab(stage, {}, dataset)
  await button(panel, 'Freeze v1').click()
  await button(panel, 'Save v1 as a ZIP').waitFor()
  await button(panel, /^figurine_01/).click()
  await panel.getByRole('switch', { name: 'Held out for an exam' }).click()
  await panel.getByRole('switch', { name: 'Held out for an exam', checked: true }).waitFor()
  await button(panel, 'Later').click()
  await eventually(async () =>
    expect((await dataset.get()).pieces.map(({ number }) => number)).toEqual([2, 1, 3]),
  )
  await button(panel, 'Close').click()
  await button(panel, /^figurine_03/).click()
  await button(panel, 'Take out').click()
  await panel.getByRole('dialog').waitFor({ state: 'detached' })
  await button(panel, 'Changes').click()
  for (const line of ['Taken out: figurine_03', 'Other use: figurine_01', 'In another order'])
    await panel.getByText(line).waitFor()
  await button(panel, 'Freeze v2').click()
  await button(panel, 'Save v2 as a ZIP').waitFor()
  const { version } = v.parse(
    contract.getVersion.response,
    await (await dataset.request(`${dataset.path}/versions/2`)).json(),
  )
  expect(version.counts).toEqual({ train: 1, heldOut: 1, noConsent: 0 })
})

test('what would spoil a training is said with why, how to mend it and whose rule it is', async () => {
  const dataset = await openDataset()
  await dataset.put(1, { caption: '' })
  await dataset.put(2)
  const { panel } = await openDatasetTab(stage, {}, dataset)
  const checks = panel.getByRole('region', { name: 'Checks' })
  await checks.getByText(/would spoil a training$/).waitFor()
  const missing = checks
    .getByRole('listitem')
    .filter({ hasText: /caption/i })
    .first()
  await missing.locator('summary').click()
  await missing.getByText('Source:').waitFor()
  await missing.getByRole('button', { name: /^figurine_01/ }).click()
  await panel.getByRole('dialog', { name: 'figurine_01' }).waitFor()
})

test('every control has a name', async () => {
  const dataset = await openDataset()
  await dataset.put(1)
  const script = selectedLayers(await renderedPicture(), 'a cook')
  const { panel } = await openDatasetTab(
    stage,
    {
      subjects: [
        {
          ...script.subjects[0]!,
          parts: [
            { node: '1:0', name: 'a cook' },
            { node: '1:0', name: '' },
          ],
        },
      ],
      layers: script.layers,
    },
    dataset,
  )
  await panel.getByText('Left out of every piece').click()
  const nameless = async () =>
    (await panel.locator('body').ariaSnapshot())
      .split('\n')
      .filter((line) =>
        /- (button|textbox|combobox|switch|radio|tab|dialog|progressbar)\b(?! ")/.test(line),
      )
  expect(await nameless()).toEqual([])
  await button(panel, 'Look at a cook').click()
  expect(await nameless()).toEqual([])
  await button(panel, 'Close').click()
  await button(panel, /^figurine_01/).click()
  expect(await nameless()).toEqual([])
})
