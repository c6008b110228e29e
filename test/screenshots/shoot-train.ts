import type { Browser, Page } from 'playwright-core'
import { twelveFrames } from '../e2e/finished-work.ts'
import { freezeTwelve } from '../e2e/freeze-twelve.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { drawSample } from '../fakes/replicate/draw-sample.ts'

const TOKEN = 'r8_screenshots_0123456789abcdefghijkl'
const BRIEFS = ['diver with helmet', 'woman with glasses and curly hair wearing a superhero cape']

export type TrainMoment = 'form' | 'running' | 'exam' | 'judged' | 'draft'

/** A style that is trained on twelve finished frames on the fake Replicate, and its exam. */
export const shootTrain = async (
  browser: Browser,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page, moment: TrainMoment) => Promise<unknown>,
): Promise<void> => {
  const timing = { startMs: 20, runMs: 100, trainMs: 6000 }
  const fake = createFakeReplicate({ token: TOKEN, draw: drawSample, timing })
  const { url } = await fake.start()
  const studio = await startStudio({
    environment: { REPLICATE_API_TOKEN: TOKEN, MAQUETTE_REPLICATE_URL: `${url}/v1` },
  })
  try {
    const her = await openStudio(browser, studio, { colorScheme, document: await twelveFrames() })
    const { page, panel } = her
    await freezeTwelve(her)
    await panel.getByRole('tab', { name: 'Train' }).click()
    const press = panel.getByRole('button', { name: /^Train Nua/ }).filter({ hasText: 'about $' })
    const anyway = panel.getByRole('button', { name: 'Train anyway' })
    await press.or(anyway).first().waitFor()
    await shoot(page, 'form')
    if (await anyway.isVisible()) await anyway.click()
    await press.click()
    await panel.getByRole('img', { name: /^Loss / }).waitFor()
    await page.waitForTimeout(1500)
    await shoot(page, 'running')
    await panel.getByText('Trained on dataset v1').waitFor()
    const exam = panel.getByRole('region', { name: 'Exam of v1' })
    await exam.getByLabel(/^Briefs/).fill(BRIEFS.join('\n'))
    await exam.scrollIntoViewIfNeeded()
    await shoot(page, 'exam')
    await exam.getByRole('button', { name: /^Draft 4 pictures for the exam/ }).click()
    await exam.getByText(/of v1 copies a piece|comes? too close/).waitFor()
    await exam.getByRole('group', { name: 'diver with helmet' }).scrollIntoViewIfNeeded()
    await page.waitForTimeout(600)
    await shoot(page, 'judged')
    await panel.getByRole('button', { name: 'Make v1 the default' }).click()
    await page.locator('.world > .node > .node > .fill img').first().dblclick({ force: true })
    await panel.getByRole('tab', { name: 'Draft' }).click()
    const compare = panel.getByText('Compare with its training pieces')
    if (await compare.isVisible()) await compare.click()
    await page.waitForTimeout(3000)
    await shoot(page, 'draft')
    await her.close()
  } finally {
    await studio.stop()
    await fake.stop()
  }
}
