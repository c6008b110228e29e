import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import type { FrameOnCanvas, StudioPage } from './studio-page.ts'

const BRIEF = 'woman with a red cape'

let browser: Browser
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([launchChromium(), startStudio()])
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
})
beforeEach(async () => {
  her = await openStudio(browser, studio)
  await her.draft(BRIEF)
  await her.waitForPictures(4)
})
afterEach(async () => {
  expect(her.errors).toEqual([])
  await her.close()
})

const select = async ({ id, name }: FrameOnCanvas) => {
  await her.page.locator(`[data-node="${id}"]`).click()
  const seed = name.match(/seed (\d+)/)![1]!
  // Drafts of one brief differ in the panel by the seed alone.
  const selected = her.panel.getByRole('group', { name: 'Selected draft' })
  await selected.filter({ hasText: new RegExp(`Seed ${seed}(?!\\d)`) }).waitFor()
}
/** A key, as she presses it in the panel. */
const press = (key: string) => her.panel.locator('#tab-Draft').press(key)
const below = (frames: readonly FrameOnCanvas[], y: number) => frames.filter((one) => one.y > y)

test('one thing is changed: the same seed with other words, under its parent, the difference in the label', async () => {
  const [first] = await her.frames()
  await select(first!)
  await press('c')
  const words = her.panel.getByRole('textbox', { name: 'Brief with one thing changed' })
  await words.fill('woman with a green cape')
  await her.panel.getByRole('button', { name: /^Draft it/ }).click()
  await her.waitForPictures(5)
  const [label, child] = below(await her.frames(), first!.y + first!.height)
  expect(label!.name).toBe('red → green')
  expect([label!.x, child!.x]).toEqual([first!.x, first!.x])
  expect(child!.name).toContain(first!.name.match(/seed \d+/)![0])
})

test('a star and a reject with its reason by one key each; tidying folds the reject, and one undo brings it back', async () => {
  const [first, second] = await her.frames()
  await select(first!)
  await press('s')
  await select(second!)
  await press('x')
  await press('2')
  const names = async () => (await her.frames()).map(({ name }) => name.split(' · ')[0])
  await expect.poll(names).toEqual(['★', '✕ hands', BRIEF, BRIEF])
  const before = await her.frames()
  await her.panel.getByRole('button', { name: 'Fold' }).click()
  await expect.poll(names).toEqual(['★', BRIEF, BRIEF, 'Rejected drafts'])
  await her.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(her.frames).toEqual(before)
})

test('more like this makes a row under the draft, and a reload finds all of it', async () => {
  const [first] = await her.frames()
  await select(first!)
  await press('Shift+M')
  await her.waitForPictures(8)
  const [label, ...row] = below(await her.frames(), first!.y + first!.height)
  expect(label!.name).toBe('More like this, strong')
  expect(row.map(({ y }) => y)).toEqual(Array(4).fill(row[0]!.y))
  await her.page.reload()
  await her.panel.getByText('Connected').waitFor()
  await expect.poll(async () => (await her.frames()).length).toBe(9)
})

test('finished work is tied to the draft that it grew from, until she unties it', async () => {
  const [first] = await her.frames()
  await her.page.getByRole('button', { name: 'Add frame' }).click()
  await her.panel.getByRole('button', { name: 'This is finished work of…' }).click()
  await her.canvas.press('Shift+Digit1')
  await her.page.locator(`[data-node="${first!.id}"]`).click()
  await her.panel.getByRole('button', { name: 'It grew from this draft' }).click()
  const finished = (await her.frames()).at(-1)!
  await her.page.locator(`[data-node="${finished.id}"]`).click()
  await her.panel.getByText(`It grew from “${BRIEF}”.`).waitFor()
  await her.panel.getByRole('button', { name: 'Unlink' }).click()
  await her.panel.getByRole('button', { name: 'This is finished work of…' }).waitFor()
})
