import type { Browser, Page } from 'playwright-core'
import type { RunningStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { customerPhoto } from './customer-photo.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

/** A customer's photo and a draft with the same face size in the panel; then two drafts, and the history. */
export const shootViewer = async (
  browser: Browser,
  studio: RunningStudio,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page, name: string) => Promise<unknown>,
): Promise<void> => {
  const her = await openStudio(browser, studio, { colorScheme })
  const { page, panel } = her
  await her.dropFile('Customer photo.png', 'image/png', await customerPhoto())
  await panel.getByText('From frame (3:4)').waitFor({ state: 'attached' })
  await her.draft(BRIEF)
  await her.waitForPictures(5)
  await panel.getByRole('tab', { name: 'Compare' }).click()
  await her.canvas.focus()
  await page.keyboard.press('Control+a')
  await panel.locator('canvas').waitFor()
  await page.waitForTimeout(500)
  await shoot(page, 'viewer')
  await panel.locator('#tab-Compare').press('Shift+Digit3')
  await panel.getByText('Difference', { exact: true }).click()
  await panel.getByText(/They differ in/).waitFor()
  await shoot(page, 'difference')
  await panel.getByRole('tab', { name: 'Draft' }).click()
  await panel.getByRole('button', { name: 'History' }).click()
  await panel
    .getByRole('button', { name: /picture 2/ })
    .first()
    .click()
  await page.waitForTimeout(500)
  await shoot(page, 'history')
  await her.close()
}
