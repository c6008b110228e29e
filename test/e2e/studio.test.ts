import { createServer } from 'node:http'
import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { flatPicture } from './flat-picture.ts'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { drive, openStudio } from './studio-page.ts'
import type { StudioPage } from './studio-page.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

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
})
afterEach(() => her.close())

const jobFiles = async (): Promise<string[]> => {
  const answer: unknown = await (await studio.ask('/v1/jobs')).json()
  const { jobs } = v.parse(contract.listJobs.response, answer)
  return jobs[0]?.outputs.map((output) => output.file) ?? []
}

describe('opening', () => {
  test('the token of the link connects the panel and leaves the address bar', async () => {
    expect(her.page.url()).toBe(`${studio.origin}/`)
    expect(await her.page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      studio.token,
    )
    await her.page.reload()
    await her.panel.getByText('Connected').waitFor()
    expect(her.errors).toEqual([])
  })

  test("the panel lives where Figma's would: no origin, no secure context, no other server", async () => {
    let calls = 0
    const other = createServer((_request, response) => {
      calls += 1
      response.setHeader('Access-Control-Allow-Origin', '*').end()
    }).listen(0)
    await once(other, 'listening')
    const address = other.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const facts = await her.panelFrame().evaluate(
      async ({ own, foreign }) => {
        const tryFetch = (url: string) =>
          fetch(url).then(
            (response) => String(response.status),
            (error: unknown) => String(error),
          )
        return {
          origin: self.origin,
          isSecureContext,
          randomUUID: 'randomUUID' in crypto,
          own: await tryFetch(own),
          foreign: await tryFetch(foreign),
        }
      },
      { own: `${studio.origin}/healthz`, foreign: `http://localhost:${address.port}/` },
    )
    other.close()
    expect(facts).toEqual({
      origin: 'null',
      isSecureContext: false,
      randomUUID: false,
      own: '200',
      foreign: 'TypeError: Failed to fetch',
    })
    expect(calls).toBe(0)
  })

  test('a plugin that breaks is said in words, and the canvas lives on', async () => {
    await her.page.route('**/plugin/main.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
    )
    await her.page.reload()
    await her.page.getByRole('alert').getByText('Maquette ran into a problem').waitFor()
    await her.page.getByRole('button', { name: 'Add frame' }).click()
    await expect.poll(async () => (await her.frames()).length).toBe(1)
    expect(her.errors.join()).toContain('broken')
  })

  test('a second tab leaves the document to the first until she asks for it', async () => {
    const page = await her.context.newPage()
    await page.goto(studio.origin)
    await page.getByText('already open in another tab').waitFor()
    await page.getByRole('button', { name: 'Use it here' }).click()
    await drive(page, her.context).panel.getByText('Connected').waitFor()
    await her.page.getByText('moved to another tab').waitFor()
  })
})

describe('drafting', () => {
  test('a brief becomes four drafts beside the picture she dropped, and a reload finds them', async () => {
    await her.dropFile('Customer photo.png', 'image/png', await flatPicture(600, 800))
    await expect
      .poll(her.frames)
      .toMatchObject([{ name: 'Customer photo', width: 600, height: 800, isPicture: true }])
    const [reference] = await her.frames()

    const shape = her.panel.getByLabel('Shape').locator('option:checked')
    await expect.poll(() => shape.textContent()).toContain('3:4')
    await her.draft(BRIEF)
    await her.waitForPictures(5)
    const [, ...drafts] = await her.frames()
    expect(drafts).toHaveLength(4)
    let edge = reference!.x + reference!.width
    for (const draft of drafts) {
      expect(draft).toMatchObject({ y: reference!.y, width: 896, height: 1152, isPicture: true })
      expect(draft.x).toBeGreaterThan(edge)
      edge = draft.x + draft.width
    }

    await her.page.reload()
    await her.waitForPictures(5)
    expect(await her.frames()).toEqual([reference, ...drafts])
    expect(await her.keptPictures()).toEqual(expect.arrayContaining(await jobFiles()))
    expect(await jobFiles()).toHaveLength(4)
    await expect.poll(() => her.brief.inputValue()).toBe(BRIEF)
    expect(her.errors).toEqual([])
  })

  test('a panel closed during a job takes the drafts when it opens again', async () => {
    await her.draft(`${BRIEF} #slow`)
    await expect.poll(async () => (await her.frames()).length).toBe(4)
    await her.page.getByRole('button', { name: 'Close the panel' }).click()
    await expect.poll(async () => (await jobFiles()).length, { timeout: 10_000 }).toBe(4)
    expect((await her.frames()).filter((frame) => frame.isPicture)).toEqual([])
    await her.page.getByRole('button', { name: 'Open Maquette' }).click()
    await her.waitForPictures(4)
    expect(await her.frames()).toHaveLength(4)
  })

  test('a page that is reloaded during a job takes the drafts, too', async () => {
    await her.draft(`${BRIEF} #slow`)
    await expect.poll(async () => (await her.frames()).length).toBe(4)
    await her.page.reload()
    await her.waitForPictures(4)
    expect(await her.frames()).toHaveLength(4)
    await expect.poll(her.keptPictures).toEqual(expect.arrayContaining(await jobFiles()))
  })

  test('undo takes back one draft after the other, and redo brings them', async () => {
    await her.draft(BRIEF)
    await her.waitForPictures(4)
    const pictures = async () => (await her.frames()).filter((frame) => frame.isPicture).length
    await her.canvas.focus()
    for (const left of [3, 2, 1, 0]) {
      await her.page.keyboard.press('Control+z')
      await expect.poll(pictures).toBe(left)
    }
    expect(await her.frames()).toHaveLength(4)
    await her.page.keyboard.press('Control+z')
    await expect.poll(her.frames).toEqual([])
    await her.page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await her.frames()).length).toBe(4)
  })

  test("a draft's own buttons run the plugin on it", async () => {
    await her.draft(BRIEF)
    await her.waitForPictures(4)
    const [first] = await her.frames()
    await her.page.locator(`[data-node="${first!.id}"]`).click()
    await her.page.getByRole('button', { name: 'Again with a new seed' }).click()
    await her.waitForPictures(8)
    const under = (await her.frames()).filter(({ y }) => y > first!.y + first!.height)
    expect(under.map(({ name }) => name)).toEqual([
      'New seed',
      ...Array<unknown>(4).fill(expect.stringContaining(BRIEF.slice(0, 30))),
    ])
  })

  test('a quick action takes its brief from a window of its own', async () => {
    await her.page.getByRole('button', { name: 'Plugin' }).click()
    await her.page.getByRole('menuitem', { name: 'Draft…' }).click()
    await her.page.getByLabel('Brief').fill('a wizard')
    await her.page.keyboard.press('Enter')
    await expect.poll(() => her.brief.inputValue()).toBe('a wizard')
  })
})
