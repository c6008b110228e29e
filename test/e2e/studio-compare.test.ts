import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { flatPicture } from './flat-picture.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

let browser: Browser
let studio: RunningStudio
beforeAll(async () => {
  browser = await launchChromium()
  studio = await startStudio()
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
})

test('a photo and drafts are looked at side by side, and a deleted draft is placed again from the history', async () => {
  const her = await openStudio(browser, studio)
  await her.dropFile('Customer photo.png', 'image/png', await flatPicture(430, 640))
  await expect.poll(async () => (await her.frames()).length).toBe(1)
  await her.draft(BRIEF)
  await her.waitForPictures(5)
  const [photo, first, ...others] = await her.frames()

  const pick = (id: string, modifiers: 'Shift'[] = []) =>
    her.page.locator(`[data-node="${id}"]`).click({ modifiers })
  await pick(photo!.id)
  await pick(first!.id, ['Shift'])
  await her.panel.getByRole('tab', { name: 'Compare' }).click()
  const stage = her.panel.locator('canvas')
  const colorAt = (x: number) =>
    stage.evaluate((canvas: HTMLCanvasElement, x) => {
      const { data } = canvas
        .getContext('2d')!
        .getImageData(canvas.width * x, canvas.height / 2, 1, 1)
      return [...data]
    }, x)
  await her.panel.getByRole('radio', { name: 'Side by side', checked: true }).waitFor()
  // The photo's own pixels, of one colour, came through the canvas; the draft's from the proxy.
  const [near, far] = [await colorAt(0.2), await colorAt(0.3)]
  expect(near[3]).toBe(255)
  expect(near).toEqual(far)
  await her.panel.getByText('Difference', { exact: true }).click()
  await her.panel.getByText(/They differ in \d+ % of the picture/).waitFor()

  await her.page.locator(`[data-node="${others[0]!.id}"]`).click()
  await her.canvas.press('Delete')
  await expect.poll(async () => (await her.frames()).length).toBe(4)
  await her.panel.getByRole('tab', { name: 'Draft' }).click()
  await her.panel.getByRole('button', { name: 'History' }).click()
  await her.panel.getByLabel('Search').fill('curly')
  await her.panel.getByRole('button', { name: /picture 2/ }).click()
  await her.panel.getByRole('button', { name: /^Place again/ }).click()
  await her.panel.getByText('Placed on the canvas.').waitFor()
  await expect.poll(async () => (await her.frames()).length).toBe(5)
  const { width, height } = first!
  expect((await her.frames()).at(-1)).toMatchObject({ isPicture: true, width, height })
  expect(her.errors).toEqual([])
  await her.close()
})
