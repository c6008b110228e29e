import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { FileId } from '../../shared/ids.ts'
import { NO_LORA } from '../../shared/no-lora.ts'
import type { FakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { drawSample } from '../fakes/replicate/draw-sample.ts'
import type { Look } from '../fakes/replicate/look.ts'
import { learnLook } from '../fakes/replicate/look.ts'
import { twelveFrames } from './finished-work.ts'
import { freezeTwelve } from './freeze-twelve.ts'
import { launchChromium } from './launch-chromium.ts'
import type { KillableStudio } from './start-killable-studio.ts'
import { startKillableStudio } from './start-killable-studio.ts'
import { openStudio } from './studio-page.ts'

const TOKEN = 'r8_canary_0123456789abcdefghijklmnop'

let browser: Browser
let fake: FakeReplicate
let studio: KillableStudio

beforeAll(async () => {
  fake = createFakeReplicate({
    token: TOKEN,
    timing: { startMs: 100, runMs: 300, trainMs: 9000 },
    draw: drawSample,
  })
  const { url } = await fake.start()
  ;[browser, studio] = await Promise.all([
    launchChromium(),
    startKillableStudio({ REPLICATE_API_TOKEN: TOKEN, MAQUETTE_REPLICATE_URL: `${url}/v1` }),
  ])
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
  await fake.stop()
  fake.expectClean()
})

const json = async (path: string): Promise<unknown> => (await studio.ask(path)).json()
const jobs = async () => v.parse(contract.listJobs.response, await json('/v1/jobs')).jobs
const training = async () =>
  v.parse(contract.listTrainings.response, await json('/v1/trainings?style=nua')).trainings[0]
const style = async () => v.parse(contract.listStyles.response, await json('/v1/styles')).styles[0]!

const bytesOf = async (file: FileId) =>
  new Uint8Array(await (await studio.ask(`/v1/files/${file}`)).arrayBuffer())

const SIDE = 128
/** How far the colours of a picture lie from those of a palette, on average. */
const farFrom = async (palette: Look['palette'], file: FileId): Promise<number> => {
  const small = sharp(await bytesOf(file))
    .resize(SIDE, SIDE, { kernel: 'nearest' })
    .removeAlpha()
  const raw = await small.raw().toBuffer()
  let sum = 0
  for (let at = 0; at < raw.length; at += 3)
    sum += Math.min(
      ...palette.map((colour) => Math.hypot(...colour.map((part, i) => part - raw[at + i]!))),
    )
  return sum / (SIDE * SIDE)
}

test('twelve finished frames become a better style, through a kill of the proxy in the middle of the training', async () => {
  const her = await openStudio(browser, studio, { document: await twelveFrames() })
  const { panel, page } = her
  const tab = (name: string) => panel.getByRole('tab', { name }).click()

  // Pieces, one of them for the exam only.
  await freezeTwelve(her)

  // The training, with everything before the press.
  await tab('Train')
  await panel.getByText('11 images × 136 = 1,500').waitFor()
  const press = panel.getByRole('button', { name: /^Train Nua/ }).filter({ hasText: 'about $' })
  const anyway = panel.getByRole('button', { name: 'Train anyway' })
  await press.or(anyway).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await press.click()
  const card = panel.getByRole('region', { name: 'Nua figurine from dataset v1' })
  await card.getByText(/step [\d,]+ of 1,500/).waitFor()
  expect(await training()).toMatchObject({ state: 'running', result: null })
  await studio.kill()
  await panel
    .getByText(/not running/i)
    .first()
    .waitFor()
  await studio.startAgain()
  await expect.poll(async () => (await training())?.state).toMatch(/running|succeeded/)
  const versions = panel.getByRole('region', { name: 'Versions' })
  await versions.getByText('Trained on dataset v1').waitFor()
  expect(fake.count('createTraining')).toBe(1)
  expect(await training()).toMatchObject({ state: 'succeeded', result: { version: 1 } })

  // The exam, on the piece that it has not seen.
  const exam = panel.getByRole('region', { name: 'Exam of v1' })
  await exam.getByLabel('Briefs, one a line').fill('diver with helmet')
  await exam
    .getByRole('button', { name: /Draft 2 pictures for the exam.*\$/ })
    .click({ timeout: 3000 })
  const row = exam.getByRole('group', { name: 'diver with helmet' })
  await row.getByText('Held out of the training').waitFor()
  await exam.getByText(/of v1 copies a piece|comes? too close/).waitFor()
  await expect.poll(() => row.getByText(/figurine_\d+/).count()).toBe(2)
  expect(await page.locator('.world > .node > .node > .fill img').count()).toBe(2)

  await page.reload()
  await panel.getByText('Connected').waitFor()
  await tab('Train')
  await expect.poll(() => row.getByText(/figurine_\d+/).count()).toBe(2)
  await row.getByText('Held out of the training').waitFor()

  // In use.
  await versions.getByRole('button', { name: 'Make v1 the default' }).click()
  await versions.getByText('Default').waitFor()
  await tab('Draft')
  await panel.getByText('Version v1', { exact: true }).waitFor()
  await page.locator('.world > .node > .node > .fill img').nth(1).dblclick({ force: true })
  const goesOn = panel.getByRole('radiogroup', { name: 'Goes on with' })
  await goesOn.getByRole('radio', { name: 'No LoRA, as drawn', checked: true }).waitFor()
  await goesOn.getByText('v1, the default').click()
  await panel.getByRole('button', { name: /^Change one thing/ }).click()
  await panel.getByRole('group', { name: 'Selected draft' }).locator('textarea').fill('a diver')
  await panel
    .getByRole('group', { name: 'Selected draft' })
    .locator('textarea')
    .press('Control+Enter')
  const { model } = await style()
  await expect
    .poll(async () => (await jobs())[0])
    .toMatchObject({
      state: 'succeeded',
      version: model,
      request: { brief: 'a diver', parent: { index: 0 } },
    })

  await page.locator('.world > .node > .node > .fill img').first().dblclick({ force: true })
  await panel.getByText('Compare with its training pieces').click()
  await panel.getByText(/figurine_\d+.*alike/).waitFor()

  await her.draft('a baker with a moustache')
  await expect
    .poll(async () => (await jobs())[0], { timeout: 20_000 })
    .toMatchObject({ state: 'succeeded', request: { brief: 'a baker with a moustache' } })
  const [drawn] = await jobs()
  expect(drawn).toMatchObject({ version: model, request: { brief: 'a baker with a moustache' } })

  // What it learned can be seen in the pixels: the colours of the pieces.
  const { dataset } = v.parse(
    contract.getDataset.response,
    await json(`/v1/datasets/${(await training())!.dataset.id}`),
  )
  const trained = dataset.pieces.filter(({ heldOut }) => !heldOut)
  expect(trained).toHaveLength(11)
  const look = await learnLook(await Promise.all(trained.map(({ file }) => bytesOf(file))), 1500)
  const far = (file: FileId) => farFrom(look!.palette, file)
  const fileOf = async (version: string | null) =>
    (await jobs()).find((job) => job.version === version && job.request.brief.startsWith('diver'))!
      .outputs[0]!.file
  const plain = await far(await fileOf(NO_LORA))
  expect(await far(await fileOf(model))).toBeLessThan(plain * 0.7)
  expect(await far(drawn!.outputs[0]!.file)).toBeLessThan(plain * 0.7)
  expect(her.errors.filter((text) => !/ERR_CONNECTION|Failed to (load|fetch)/.test(text))).toEqual(
    [],
  )
  await her.close()
}, 180_000)
