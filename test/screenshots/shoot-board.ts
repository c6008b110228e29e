import type { Browser, Page } from 'playwright-core'
import type { RunningStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { customerPhoto } from './customer-photo.ts'
import { finishedFigurine } from './finished-figurine.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

/** A customer's photo, four drafts and the finished piece side by side; one draft starred, one rejected. */
export const shootBoard = async (
  browser: Browser,
  studio: RunningStudio,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page) => Promise<unknown>,
): Promise<void> => {
  const her = await openStudio(browser, studio, { colorScheme })
  const { page, panel } = her
  const select = async (nodes: readonly string[]) => {
    await her.canvas.focus()
    await page.keyboard.press('Escape')
    for (const node of nodes)
      await page.locator(`[data-name-of="${node}"]`).click({ modifiers: ['Shift'] })
  }
  await her.dropFile('Customer photo.png', 'image/png', await customerPhoto())
  await panel.getByText('From frame (3:4)').waitFor({ state: 'attached' })
  await her.draft(BRIEF)
  await her.waitForPictures(5)
  const at = { x: 300, y: 760 }
  await her.dropFile('Figurine.png', 'image/png', await finishedFigurine(), at)
  await her.waitForPictures(6)
  const [, first] = await her.frames()
  const figurine = (await her.frames()).at(-1)
  await select([first?.id ?? '', figurine?.id ?? ''])
  await panel.getByRole('button', { name: 'Link', exact: true }).click()

  await panel.getByRole('tab', { name: 'Compare' }).click()
  await her.canvas.focus()
  await page.keyboard.press('Control+a')
  await panel.getByText('1 finished piece').waitFor()
  await panel.getByRole('button', { name: /^Put side by side/ }).click()
  const refresh = panel.getByRole('button', { name: /^Refresh the board/ })
  await refresh.waitFor()
  const caption = (at: number) => page.getByText(/^seed \d+$/).nth(at)
  await caption(3).dblclick()
  await page.waitForTimeout(400)
  await panel.locator('#tab-Compare').press('x')
  await panel.locator('#tab-Compare').press('2')
  await page.getByText(/^✕ hands\s+seed/).waitFor()
  await caption(1).dblclick()
  // The panel hears of a selection a moment later.
  await page.waitForTimeout(400)
  await panel.locator('#tab-Compare').press('s')
  await page.getByText(/^★ seed/).waitFor()
  await panel.getByText('Recipe').click()
  await page.waitForTimeout(300)
  await shoot(page)
  await her.close()
}
