import type { Browser, Page } from 'playwright-core'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { drawSample } from '../fakes/replicate/draw-sample.ts'
import { threeVersions } from './three-versions.ts'

const TOKEN = 'r8_screenshots_0123456789abcdefghijkl'
const BRIEFS = [
  'woman with glasses and curly hair wearing a superhero cape',
  'man with a beard wearing a backpack',
]

/** Three versions of a style on the fake Replicate, judged blind: while she chooses, and once she knows. */
export const shootVersions = async (
  browser: Browser,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page, isOver: boolean) => Promise<unknown>,
): Promise<void> => {
  const fake = createFakeReplicate({ token: TOKEN, draw: drawSample, models: [threeVersions] })
  const { url } = await fake.start()
  const studio = await startStudio({
    environment: { REPLICATE_API_TOKEN: TOKEN, MAQUETTE_REPLICATE_URL: `${url}/v1` },
  })
  try {
    for (const { id } of threeVersions.versions.toReversed())
      await studio.ask('/v1/styles/nua/versions', {
        method: 'POST',
        body: JSON.stringify({ model: `maker/nua:${id}` }),
      })
    await studio.ask('/v1/styles/nua/default', {
      method: 'PUT',
      body: JSON.stringify({ number: 2 }),
    })
    const her = await openStudio(browser, studio, { colorScheme })
    const { page, panel } = her
    await panel.getByRole('tab', { name: 'Compare' }).click()
    await panel.getByText('Version A/B', { exact: true }).click()
    await panel.getByRole('button', { name: 'v1' }).click()
    await panel.getByLabel('Briefs, one a line').fill(BRIEFS.join('\n'))
    await panel.getByLabel('Seeds').fill('4')
    await panel.getByRole('button', { name: /^Draft 6 pictures/ }).click()
    await panel.getByText('6 of 6 drawn').waitFor()
    await panel.getByText('Version A/B', { exact: true }).click()
    await page.waitForTimeout(600)
    await shoot(page, false)
    await panel.locator('#tab-Compare').press('a')
    await panel.getByText('1 row of 2 chosen').waitFor()
    await panel.locator('#tab-Compare').press('c')
    await panel.getByRole('button', { name: 'Show which is which' }).click()
    await panel.getByText('All tests').waitFor()
    await page.waitForTimeout(600)
    await shoot(page, true)
    await her.close()
  } finally {
    await studio.stop()
    await fake.stop()
  }
}
