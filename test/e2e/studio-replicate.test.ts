import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { FakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { drawSample } from '../fakes/replicate/draw-sample.ts'
import { flatPicture } from './flat-picture.ts'
import { launchChromium } from './launch-chromium.ts'
import type { RunningStudio } from './start-studio.ts'
import { startStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'

const TOKEN = 'r8_canary_0123456789abcdefghijklmnop'

let browser: Browser
let fake: FakeReplicate
let studio: RunningStudio

beforeAll(async () => {
  fake = createFakeReplicate({
    token: TOKEN,
    timing: { startMs: 300, runMs: 1200 },
    draw: drawSample,
  })
  const { url } = await fake.start()
  browser = await launchChromium()
  studio = await startStudio({
    environment: {
      REPLICATE_API_TOKEN: TOKEN,
      MAQUETTE_REPLICATE_URL: `${url}/v1`,
      MAQUETTE_MODEL: 'maker/nua-figurine',
    },
  })
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
  await fake.stop()
  fake.expectClean()
})

const latestJob = async () => {
  const answer: unknown = await (await studio.ask('/v1/jobs')).json()
  return v.parse(contract.listJobs.response, answer).jobs[0]
}

test('four drafts over a reference, by a LoRA on Replicate, with the price before and after', async () => {
  const her = await openStudio(browser, studio)
  await her.dropFile('Customer photo.png', 'image/png', await flatPicture(640, 430))
  await her.panel.getByRole('switch').click()
  await her.panel.getByRole('button', { name: 'Send references' }).click()
  await her.panel.getByRole('slider', { name: 'Freedom' }).waitFor()
  await her.brief.fill('woman with glasses and curly hair')
  const press = her.panel.getByRole('button', { name: 'Draft 4 pictures' })
  await expect.poll(() => press.textContent()).toMatch(/\$0\.04.*1024 × 688.*\d s/)

  await her.brief.press('Control+Enter')
  await her.panel.getByRole('progressbar').first().waitFor()
  await her.waitForPictures(5)
  const [, ...drafts] = await her.frames()
  expect(drafts).toHaveLength(4)
  for (const draft of drafts) expect(draft).toMatchObject({ width: 1024, height: 688 })

  const sent = fake.ledger.map((entry) => v.parse(v.looseObject({}), JSON.parse(entry.input)))
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map(({ seed }) => seed)).size).toBe(4)
  for (const { image, prompt_strength } of sent) {
    expect(prompt_strength).toBe(0.8)
    expect(image).toMatch(/^data:/)
  }

  await expect.poll(async () => (await latestJob())?.state).toBe('succeeded')
  const job = await latestJob()
  expect(job).toMatchObject({ engine: 'replicate', cost: { estimate: true } })
  expect(job?.cost?.usd).toBeGreaterThan(0)
  for (const { file } of job?.outputs ?? []) {
    const bytes = await (await studio.ask(`/v1/files/${file}`)).arrayBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1024, height: 688 })
  }
  await her.page.locator(`[data-node="${drafts[0]!.id}"]`).click()
  await her.panel.getByText('Recipe', { exact: true }).click()
  await her.panel.getByRole('definition').getByText('Drawn over, 80% free').waitFor()

  expect(await her.page.content()).not.toContain(TOKEN)
  expect(her.errors).toEqual([])
  await her.page.screenshot({ path: 'test/.output/studio-replicate.png' })
  await her.close()
})

test('a run that Replicate fails says why, what it cost, and offers the same once more', async () => {
  const her = await openStudio(browser, studio)
  fake.script.run({ outcome: { fail: 'CUDA out of memory. Tried to allocate 2.00 GiB' } })
  await her.draft('a cook with a moustache')
  await her.waitForPictures(3)
  await her.panel
    .getByText(/out of memory/i)
    .first()
    .waitFor()
  const accepted = fake.ledger.length
  await her.panel.getByRole('button', { name: /^Try again/ }).click()
  await her.waitForPictures(4)
  expect(fake.ledger.length).toBe(accepted + 1)
  expect(await her.frames()).toHaveLength(4)
  await her.close()
})
