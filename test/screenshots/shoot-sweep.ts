import type { Browser, Page } from 'playwright-core'
import type { RunningStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'

const BRIEF = 'woman with glasses and curly hair wearing a {red|blue|green|yellow} cape'

/** Words across, seeds down, by the sample engine: every cell a draft of its own. */
export const shootSweep = async (
  browser: Browser,
  studio: RunningStudio,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page) => Promise<unknown>,
): Promise<void> => {
  const her = await openStudio(browser, studio, { colorScheme })
  const { page, panel } = her
  await her.brief.fill(BRIEF)
  await panel.getByRole('tab', { name: 'Compare' }).click()
  await panel.getByText('Sweep', { exact: true }).click()
  await panel.getByLabel('Columns', { exact: true }).selectOption('words')
  await panel.getByLabel('Rows', { exact: true }).selectOption('seed')
  await panel.getByLabel('Rows, values').fill('1 to 3')
  await panel.getByRole('button', { name: /^Draft 12 pictures/ }).click()
  await panel.getByText('12 of 12 drawn').waitFor()
  await page.waitForTimeout(300)
  await shoot(page)
  await her.close()
}
