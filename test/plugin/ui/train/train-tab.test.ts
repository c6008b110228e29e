import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JobId } from '../../../../shared/ids.ts'
import { encodePicture } from '../../../fakes/replicate/encode-picture.ts'
import type { Draw } from '../../../fakes/replicate/picture.ts'
import { loraFile } from '../../../fakes/replicate/trained-weights.ts'
import { addDataset } from '../../../server/datasets/open-dataset.ts'
import { drawFigurine, figurine } from '../../../server/judgements/draw-figurine.ts'
import { openReplicate } from '../../../server/replicate/open-replicate.ts'
import { upload } from '../../../server/upload.ts'
import { jobId } from '../../main/make-recipe.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'
import { openTrain } from './open-train.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
}, 60_000)
afterAll(() => stage.close())

const WORDS = ['red coat', 'blue dress', 'green suit', 'grey robe', 'pink shirt', 'long scarf']

/** What was trained repeats the third piece, turned; everything else draws another figurine. */
const drawByHeart: Draw = async ({ look, format }) => {
  const drawn = sharp(await drawFigurine(figurine(look === null ? 1004 : 3)))
  return encodePicture(look === null ? drawn : drawn.flop(), format)
}

/** A fake Replicate and a proxy with a frozen version of six figurines. */
const startTraining = async () => {
  const replicate = await openReplicate({
    timing: { startMs: 20, runMs: 200, trainMs: 6000 },
    draw: drawByHeart,
  })
  const proxy = await replicate.start()
  const dataset = await addDataset(proxy)
  for (const [at, words] of WORDS.entries()) {
    const { id: file } = await upload(proxy, await drawFigurine(figurine(at + 1)))
    const caption = `a nua_figurine_style chibi figurine of somebody in a ${words}, smiling`
    // The last one is kept for the exam.
    await dataset.put(at + 1, { file, caption, heldOut: at + 1 === WORDS.length })
  }
  await dataset.freeze()
  return proxy
}

test('says everything before the press, follows the training through a closed panel, and shows its version', async () => {
  const proxy = await startTraining()
  const first = await openTrain(stage, proxy)
  await first.panel.getByText('5 images × 300 = 1,500').waitFor()
  await first.panel.getByText(/left today/).waitFor()
  expect(await first.press()).toMatch(/about \$\d\.\d\d \(estimate\) · about \d+ min/)
  const card = first.panel.getByRole('region', { name: 'Nua figurine from dataset v1' })
  await card.getByRole('img', { name: /^Loss / }).waitFor({ timeout: 30_000 })
  await card.getByText(/step [\d,]+ of 1,500/).waitFor()
  await card.getByText('Log').click()
  await card.getByText(/flux_train_replicate/).waitFor()
  await first.page.close()

  const work = { node: '7:7', name: 'Scarf, final', of: { job: v.parse(JobId, jobId()), index: 0 } }
  const second = await openTrain(stage, proxy, {
    finished: [{ ...work, brief: 'somebody in a long scarf, smiling' }],
    colours: ['#e8d5c4', '#6b8f71'],
    pictures: { '7:7': new Uint8Array(await drawFigurine(figurine(6))) },
  })
  const versions = second.panel.getByRole('region', { name: 'Versions' })
  await versions.getByText('Trained on dataset v1').waitFor({ timeout: 30_000 })
  await versions.getByText('Lineage').first().click()
  await versions.getByText('1,500 steps').waitFor()
  const exam = second.panel.getByRole('region', { name: 'Exam of v1' })
  await exam.getByText('the same seed: maker/nua-figurine · v1 · No LoRA').waitFor()
  const briefs = exam.getByLabel('Briefs, one a line')
  await expect.poll(() => briefs.inputValue()).toContain('long scarf')
  await exam.getByRole('button', { name: /^Draft 3 pictures for the exam · about \$/ }).click()
  const row = exam.getByRole('group', { name: /long scarf/ })
  await row.getByText('Scarf, final').waitFor()
  await expect.poll(() => row.getByText(/figurine_0\d/).count(), { timeout: 60_000 }).toBe(3)
  await exam.getByText(/^1 of 1 draft of v1 comes too close to a piece/).waitFor()
  const cells = await row.locator('.judged').allInnerTexts()
  expect(cells.map((text) => /Copies/.test(text))).toEqual([false, true, false])
  expect(cells[1]).toMatch(/Over-fitted\? Copies figurine_03, mirrored, \d+% alike/)
  expect(cells[1]).toMatch(/Colours in style, distance \d\.\d; \d+\.\d from your colour styles/)
  await versions.getByRole('button', { name: 'Make v1 the default' }).click()
  await versions.getByText('Default').waitFor()
  const [style] = (await proxy.call('listStyles', '/v1/styles')).styles
  expect(style?.versions.at(-1)?.origin).toMatchObject({ type: 'training', datasetVersion: 1 })
  expect(style?.model).toBe(style?.versions.at(-1)?.model)
}, 240_000)

test('a version goes from the Train tab into a blind test, out of use, and back', async () => {
  const { start } = await openReplicate()
  const proxy = await start()
  const headers = { 'content-type': 'application/octet-stream' }
  for (const rank of [8, 16])
    await proxy.request(`/v1/styles/nua/weights?name=rank-${rank}.safetensors`, {
      body: loraFile(rank),
      headers,
    })
  const { panel } = await openTrain(stage, proxy)
  const exam = panel.getByRole('region', { name: 'Exam of v2' })
  await exam.getByLabel('Briefs, one a line').fill('a baker\na sailor')
  await exam.getByText(/a file on the proxy, and Replicate cannot draw with it/).waitFor()
  await exam.getByRole('button', { name: 'Test them blind in Compare' }).click()
  await panel.getByRole('tab', { name: 'Compare', selected: true }).waitFor()
  const versions = panel.getByRole('group', { name: 'Versions' })
  expect(await versions.locator('[aria-pressed=true]').allInnerTexts()).toEqual(['v1', 'v2'])
  expect(await panel.getByLabel('Briefs, one a line').inputValue()).toBe('a baker\na sailor')

  await panel.getByRole('tab', { name: 'Train' }).click()
  const list = panel.getByRole('region', { name: 'Versions' })
  await list.getByRole('button', { name: 'Make v2 the default' }).click()
  await list.getByRole('button', { name: 'Roll back to v1' }).click()
  await list.getByRole('button', { name: 'Retire v2' }).click()
  await panel.getByRole('region', { name: 'Exam of v1' }).waitFor()
  const [style] = (await proxy.call('listStyles', '/v1/styles')).styles
  expect(style).toMatchObject({
    model: style?.versions[0]?.model,
    versions: [{ state: 'active' }, { state: 'retired' }],
  })
}, 90_000)
