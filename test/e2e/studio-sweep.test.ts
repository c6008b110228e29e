import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { launchChromium } from './launch-chromium.ts'
import type { RunningStudio } from './start-studio.ts'
import { startStudio } from './start-studio.ts'
import type { StudioPage } from './studio-page.ts'
import { openStudio } from './studio-page.ts'

let browser: Browser
let studio: RunningStudio
beforeAll(async () => {
  ;[browser, studio] = await Promise.all([launchChromium(), startStudio({ sampleSeconds: 0.4 })])
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
})

/** The frames of a board, where they stand on it. */
const cells = (page: Page) =>
  page.locator('.world > .node > .node:not(:has(> .text))').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { style } = node as HTMLElement
      return {
        x: parseFloat(style.left),
        y: parseFloat(style.top),
        width: parseFloat(style.width),
        isPicture: node.querySelector(':scope > .fill img') !== null,
      }
    }),
  )
const pictures = async (page: Page) => (await cells(page)).filter(({ isPicture }) => isPicture)
const jobs = async () =>
  v.parse(contract.listJobs.response, await (await studio.ask('/v1/jobs?limit=100')).json()).jobs

const openForm = async (her: StudioPage, name: 'Sweep' | 'Version A/B') => {
  await her.panel.getByRole('tab', { name: 'Compare' }).click()
  await her.panel.getByText(name, { exact: true }).click()
}
const reopen = async (her: StudioPage) => {
  await her.page.getByRole('button', { name: 'Close the panel' }).click()
  await her.page.getByRole('button', { name: 'Open Maquette' }).click()
  await her.panel.getByText('Connected').waitFor()
}

test('two axes fill a board, which is canceled, goes on in the next panel, and grows', async () => {
  const her = await openStudio(browser, studio)
  const { page, panel } = her
  await her.brief.fill('a wizard with a {red|blue|green} cape #slow')
  await openForm(her, 'Sweep')
  await panel.getByLabel('Columns', { exact: true }).selectOption('Words')
  await panel.getByLabel('Rows', { exact: true }).selectOption('Seed')
  await panel.getByLabel('Rows, values').fill('1 to 6')
  const press = panel.getByRole('button', { name: /^Draft 18 pictures/ })
  expect(await press.textContent()).toContain('3 columns × 6 rows · free')
  await press.click()

  await expect.poll(async () => (await pictures(page)).length).toBeGreaterThan(3)
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click()
  await panel.getByText(/left out/).waitFor()
  const kept = await pictures(page)
  expect(await cells(page)).toEqual(kept)
  await expect
    .poll(async () => (await jobs()).some(({ state }) => /queued|running/.test(state)))
    .toBe(false)
  expect((await jobs()).length).toBeLessThan(18)
  expect(await pictures(page)).toEqual(kept)

  await panel.getByRole('button', { name: /^Draft the other \d+ · free/ }).click()
  await expect.poll(async () => (await pictures(page)).length).toBeGreaterThan(kept.length)
  await reopen(her)
  await panel.getByRole('tab', { name: 'Compare' }).click()
  // A picture that the closed panel was about to place is this one's after 31 seconds, when the claim has ended.
  await panel.getByText('18 of 18 drawn').waitFor({ timeout: 45_000 })
  const drawn = await pictures(page)
  expect(drawn).toHaveLength(18)
  expect(new Set(drawn.map(({ x }) => x)).size).toBe(3)
  expect(new Set(drawn.map(({ y }) => y)).size).toBe(6)
  expect(drawn).toEqual(expect.arrayContaining(kept))

  await panel.getByText('More values').click()
  await panel.getByRole('textbox', { name: 'Seed' }).fill('1 to 7')
  await panel.getByRole('button', { name: 'Add 3 pictures · free' }).click()
  await panel.getByText('21 of 21 drawn').waitFor()
  const grown = await pictures(page)
  expect(grown).toEqual(expect.arrayContaining(drawn))
  expect(new Set(grown.map(({ y }) => y)).size).toBe(7)

  // One step for each picture, and one for the places and words of the growth.
  await her.canvas.focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z')
  await expect.poll(() => cells(page)).toEqual(drawn)
  expect(her.errors).toEqual([])
  await her.close()
}, 90_000)

/** The words on a board, from the top left to the bottom right. */
const words = (page: Page) =>
  page.locator('.world > .node > .node:has(> .text)').evaluateAll((nodes) =>
    nodes
      .map((node) => ({
        top: parseFloat((node as HTMLElement).style.top),
        left: parseFloat((node as HTMLElement).style.left),
        text: node.textContent,
      }))
      .toSorted((a, b) => a.top - b.top || a.left - b.left)
      .map(({ text }) => text),
  )
const tally = async () =>
  v.parse(
    contract.listComparisons.response,
    await (await studio.ask('/v1/comparisons?style=nua')).json(),
  ).versions

test('two versions are drawn blind, chosen by key and click, shown and counted', async () => {
  const models = ['maker/nua-one', 'maker/nua-two']
  for (const model of models)
    await studio.ask('/v1/styles/nua/versions', {
      method: 'POST',
      body: JSON.stringify({ model }),
    })
  const her = await openStudio(browser, studio)
  const { page, panel } = her
  await openForm(her, 'Version A/B')
  await panel.getByLabel('Briefs, one a line').fill('a wizard\na cook with a moustache')
  await panel.getByLabel('Seeds').fill('7')
  await panel.getByRole('button', { name: /^Draft 4 pictures.*2 rows of 2 · free/ }).click()
  await panel.getByText('4 of 4 drawn').waitFor()
  expect(await pictures(page)).toHaveLength(4)
  expect(await words(page)).toEqual(
    expect.arrayContaining(['a wizard', 'a cook with a moustache', 'A', 'B', 'A', 'B']),
  )
  const secrets = /v1|v2|nua-one|nua-two/
  expect((await words(page)).join()).not.toMatch(secrets)

  // A draft of it keeps the secret, too.
  await page.locator('.world > .node > .node:not(:has(> .text))').first().dblclick()
  await panel.getByText('Recipe', { exact: true }).click()
  await panel.getByText('Hidden until you have chosen').waitFor()
  const about = panel.getByRole('group', { name: 'Selected draft' })
  expect(await about.textContent()).not.toMatch(secrets)

  await panel.getByText('4 of 4 drawn').click()
  await page.keyboard.press('a')
  await panel.getByText('1 row of 2 chosen').waitFor()
  await panel.getByRole('button', { name: 'B is better' }).click()
  await panel.getByText('2 rows of 2 chosen').waitFor()
  expect(await tally()).toEqual([])
  await panel.getByRole('button', { name: 'Show which is which' }).click()
  await panel
    .getByText(/^v[12] won \d of 2/)
    .first()
    .waitFor()
  const shown = await words(page)
  expect(shown.filter((text) => /^★ v[12]$/.test(text))).toHaveLength(2)
  expect(shown.filter((text) => /^v[12]$/.test(text))).toHaveLength(2)
  await expect
    .poll(async () => (await tally()).map(({ comparisons }) => comparisons))
    .toEqual([2, 2])
  expect((await tally()).reduce((sum, { wins }) => sum + wins, 0)).toBe(2)
  for (const { version } of await tally()) expect(models).toContain(version)

  await her.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await words(page)).join()).not.toMatch(secrets)
  expect(her.errors).toEqual([])
  await her.close()
})
