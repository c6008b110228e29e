import type { Browser, Page } from 'playwright-core'
import { finishedWork } from '../e2e/finished-work.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { generateSheet } from '../sheets/generate/generate-sheet.ts'
import { TUNING } from '../sheets/generate/sheet-kinds.ts'

type Moment = 'empty' | 'selected' | 'pieces' | 'checks' | 'sheets' | 'review' | 'cell'

/** Four figurines with names and views over them. */
const sheet = () =>
  generateSheet(2, {
    ...TUNING,
    figures: ['sample'],
    arrangements: ['row', 'grid'],
    edges: ['coloured', 'white', 'frame'],
    fonts: ['fredoka', 'patrick-hand'],
    damages: ['none'],
  })

/** The Dataset tab: from nothing to pieces and what the checks say of them, and an old sheet under review. */
export const shootDataset = async (
  browser: Browser,
  colorScheme: 'light' | 'dark',
  shoot: (page: Page, moment: Moment) => Promise<unknown>,
): Promise<void> => {
  const studio = await startStudio()
  const her = await openStudio(browser, studio, { colorScheme, document: await finishedWork() })
  const { page, panel } = her
  const button = (name: string | RegExp) => panel.getByRole('button', { name })
  const shot = async (moment: Moment) => {
    await page.waitForTimeout(400)
    await shoot(page, moment)
  }
  try {
    await panel.getByRole('tab', { name: 'Dataset' }).click()
    await panel.getByText('This style has no pieces yet').waitFor()
    await shot('empty')
    await her.canvas.focus()
    await page.keyboard.press('Control+a')
    await button('Add 5 pieces').waitFor()
    await shot('selected')
    await button('Add 5 pieces').click()
    await panel.getByText('All of it is in the dataset as it is').waitFor()
    await her.canvas.focus()
    await page.keyboard.press('Escape')
    await panel.getByText('Select finished frames').waitFor()
    await button('Freeze v1').click()
    await button('Save v1 as a ZIP').waitFor()
    await panel.getByRole('heading', { name: 'Dataset' }).scrollIntoViewIfNeeded()
    await panel.getByText(/would spoil a training|Ready to train on/).waitFor()
    await shot('pieces')
    const checks = panel.getByRole('region', { name: 'Checks' })
    await checks.locator('summary').first().click()
    await checks.locator('.piece, .tile').last().scrollIntoViewIfNeeded()
    await shot('checks')

    await panel.getByLabel('Pages to clean').setInputFiles({
      name: 'Orders of May.png',
      mimeType: 'image/png',
      buffer: Buffer.from((await sheet()).bytes),
    })
    await button('Review').scrollIntoViewIfNeeded()
    await shot('sheets')
    await button('Review').click()
    const review = panel.getByRole('dialog')
    await review.locator('.page > img').waitFor()
    await shot('review')
    await review.locator('.pair img').last().waitFor({ state: 'attached' })
    await review.getByLabel('Rights').scrollIntoViewIfNeeded()
    await page.waitForTimeout(600)
    await shot('cell')
  } finally {
    await her.close()
    await studio.stop()
  }
}
