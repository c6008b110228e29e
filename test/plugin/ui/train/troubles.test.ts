import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RUN_ERRORS } from '../../../fakes/replicate/run-errors.ts'
import { loraFile } from '../../../fakes/replicate/trained-weights.ts'
import { readZip } from '../../../server/datasets/read-zip.ts'
import { openTraining } from '../../../server/trainings/open-training.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'
import { openTrain } from './open-train.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
}, 60_000)
afterAll(() => stage.close())

test('what goes wrong stands on its card, with what it cost and the way to do it again', async () => {
  const { fake, proxy } = await openTraining()
  const { panel, press } = await openTrain(stage, proxy)
  const said = (words: RegExp) => panel.getByRole('alert').filter({ hasText: words }).waitFor()

  fake.script.next({
    on: 'getModel',
    respond: { status: 404, body: { status: 404 } },
    match: ({ path }) => path.includes('maquette-nua'),
  })
  fake.script.next({
    on: 'createModel',
    respond: { status: 409, body: { detail: 'A model with that name and owner already exists.' } },
  })
  await press()
  await said(/has a model maker.maquette-nua already.*Nothing was started or charged/)
  await panel.getByText('More settings').click()
  await panel.getByLabel('Model on Replicate').fill('nua-empty')

  fake.script.next({
    on: 'createTraining',
    respond: { status: 402, body: { title: 'Insufficient credit', status: 402 } },
  })
  await press()
  await said(/no credit left\. Nothing was charged\. Add credit/)

  fake.script.run({ outcome: { fail: RUN_ERRORS.zip } })
  await press()
  await said(/no training images.*charged/)

  await panel.getByRole('button', { name: 'Train again' }).first().click()
  await panel.getByRole('region', { name: 'Versions' }).getByText('Trained on dataset v1').waitFor()
  expect(fake.ledger).toHaveLength(2)
  const { styles } = await proxy.call('listStyles', '/v1/styles')
  expect(styles[0]?.versions[0]?.model).toMatch(/^maker\/nua-empty:/)
}, 90_000)

test('a cancel says its price first, and what Replicate deleted in the meantime is said', async () => {
  const { fake, proxy } = await openTraining()
  const { panel, press } = await openTrain(stage, proxy)
  fake.script.run({ runMs: 60_000 })
  await press()
  await panel.getByText(/Loading the base model|Preparing the pieces/).waitFor()
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click()
  const question = panel.getByRole('group', { name: 'Cancel?' })
  expect(await question.innerText()).toMatch(
    /^About \$0\.0\d for the time until now will be charged, and there will be no new version\./,
  )
  await question.getByRole('button', { name: 'Cancel the training' }).click()
  await panel.getByText(/^Canceled · .*charged/).waitFor()

  fake.script.retention(0)
  await panel.getByRole('button', { name: 'Train again' }).click()
  const versions = panel.getByRole('region', { name: 'Versions' })
  await versions.getByText('Lineage').click()
  await versions.getByText(/deleted the address of the weights/).waitFor()
}, 90_000)

test('captions that are missing are said before the press, and nothing trains without them', async () => {
  const { fake, proxy, dataset } = await openTraining()
  await dataset.put(1, { red: 20, caption: '' }, 1)
  await dataset.freeze()
  const { panel, button } = await openTrain(stage, proxy)
  await panel.getByText('1 piece has no caption.').first().waitFor()
  expect(await panel.getByRole('button', { name: 'Train anyway' }).count()).toBe(0)
  expect(await button.innerText()).toContain('Write the missing captions, and freeze again')
  await button.click({ force: true })
  expect(fake.ledger).toEqual([])
  await panel.getByRole('button', { name: 'Mend the pieces' }).click()
  await panel.getByRole('tab', { name: 'Dataset', selected: true }).waitFor()
}, 90_000)

test('the kit is saved, and weights that were trained with it become a version, if they are a LoRA', async () => {
  const { proxy } = await openTraining()
  const { page, panel } = await openTrain(stage, proxy)
  await panel.getByText('Train elsewhere').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Save the kit of v1' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('nua-v1-kit.zip')
  const names = [...(await readZip(await readFile(await download.path()))).keys()]
  expect(names.join()).toMatch(/README/)
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(3)

  const file = panel.locator('input[type=file]')
  const give = (name: string, buffer: Buffer) =>
    file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  const lora = loraFile(16)
  await give('broken.safetensors', lora.subarray(0, -1))
  await panel.getByText(/ends too early/).waitFor()
  await give('nua-elsewhere.safetensors', lora)
  const versions = panel.getByRole('region', { name: 'Versions' })
  await versions.getByText('Imported from nua-elsewhere.safetensors').waitFor()
}, 90_000)
