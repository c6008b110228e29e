import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DocumentSnapshot } from '../../server/studio/host/document-snapshot.ts'
import { contract } from '../../shared/contract/index.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { flatPicture } from './flat-picture.ts'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import type { StudioPage } from './studio-page.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'
const NAME = 'Customer photo'

let browser: Browser
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const jobs = async () => {
  const answer: unknown = await (await studio.ask('/v1/jobs')).json()
  return v.parse(contract.listJobs.response, answer).jobs
}
const toggle = () => her.panel.getByRole('switch')
const drop = async () => {
  await her.dropFile(`${NAME}.png`, 'image/png', await flatPicture(430, 640))
  await expect.poll(async () => (await her.frames()).length).toBe(1)
}

/** The document as the studio keeps it, plugin data included, read past its own code. */
const keptDocument = async (): Promise<DocumentSnapshot> => {
  const kept = await her.page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('maquette-studio')
        opening.onerror = () => reject(new Error('The database did not open.'))
        opening.onsuccess = () => {
          const store = opening.result.transaction('document').objectStore('document')
          const reading = store.get('snapshot')
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )
  return v.parse(DocumentSnapshot, kept)
}

describe('with the sample engine', () => {
  beforeAll(async () => {
    studio = await startStudio()
  })
  afterAll(() => studio.stop())
  beforeEach(async () => {
    her = await openStudio(browser, studio)
    await drop()
  })
  afterEach(() => her.close())

  test('a selected picture is drawn over: its shape, its strength in the recipe, its pixels on the proxy only', async () => {
    const offer = her.panel.getByRole('switch', { name: `Use “${NAME}” as a reference` })
    await offer.focus()
    await her.page.keyboard.press('Space')
    await her.panel.getByRole('switch', { name: 'Use the reference', checked: true }).waitFor()
    const freedom = her.panel.getByRole('slider', { name: 'Freedom' })
    await freedom.focus()
    for (let presses = 0; presses < 4; presses += 1) await her.page.keyboard.press('ArrowLeft')
    expect(await freedom.getAttribute('aria-valuetext')).toBe('60% free')
    const shape = her.panel.getByLabel('Shape')
    expect(await shape.locator('option:checked').textContent()).toBe('From reference')
    expect(await shape.isDisabled()).toBe(true)

    await her.draft(BRIEF)
    await her.waitForPictures(5)
    const [photo, ...drafts] = await her.frames()
    for (const draft of drafts) {
      expect(draft).toMatchObject({ y: photo!.y, width: 688, height: 1024, isPicture: true })
      expect(draft.x).toBeGreaterThan(photo!.x + photo!.width)
    }
    expect(drafts).toHaveLength(4)
    const [job] = await jobs()
    const { reference } = job!.request
    expect(reference).toMatchObject({ use: 'follow', strength: 0.6 })
    expect(job!.outputs).toHaveLength(4)
    for (const output of job!.outputs) expect(output).toMatchObject({ width: 688, height: 1024 })
    const stored = await studio.ask(`/v1/files/${reference!.file}`)
    expect(stored.headers.get('content-type')).toBe('image/png')

    await her.page.locator(`[data-node="${drafts[0]!.id}"]`).click()
    await her.panel.getByText('Recipe', { exact: true }).click()
    await her.panel.getByRole('definition').getByText('Drawn over, 60% free').waitFor()

    const data = async () => {
      const { nodes } = await keptDocument()
      return nodes.flatMap(({ pluginData }) => Object.values(pluginData))
    }
    await expect
      .poll(async () => (await data()).filter((text) => text.includes(reference!.file)).length)
      .toBe(4)
    for (const text of await data()) {
      expect(text.length).toBeLessThan(2000)
      expect(text).not.toMatch(/iVBOR|data:image/)
    }
    expect(her.errors).toEqual([])
  })

  test('undo takes back the drafts one by one and then their places, and leaves the reference', async () => {
    await toggle().click()
    await her.panel.getByRole('slider', { name: 'Freedom' }).waitFor()
    await her.draft(BRIEF)
    await her.waitForPictures(5)
    await her.canvas.focus()
    for (let undone = 0; undone < 5; undone += 1) await her.page.keyboard.press('Control+z')
    await expect.poll(her.frames).toMatchObject([{ name: NAME, width: 430, height: 640 }])
    expect(await toggle().getAttribute('aria-checked')).toBe('true')
  })

  test('it is switched off, and the panel that opens again has it as it was', async () => {
    await toggle().click()
    await her.panel.getByRole('slider', { name: 'Freedom' }).waitFor()
    await toggle().click()
    await expect.poll(() => toggle().getAttribute('aria-checked')).toBe('false')
    await her.draft(BRIEF)
    await her.waitForPictures(5)
    expect((await jobs())[0]?.request.reference).toBeUndefined()
    await her.page.getByRole('button', { name: 'Close the panel' }).click()
    await her.page.getByRole('button', { name: 'Open Maquette' }).click()
    await her.panel.getByText(NAME, { exact: true }).waitFor()
    expect(await toggle().getAttribute('aria-checked')).toBe('false')
  })
})

describe('with an engine elsewhere', () => {
  beforeAll(async () => {
    const engine = createScriptedEngine({ referenceUses: ['follow'] })
    studio = await startStudio({
      engines: [Object.assign(engine, { label: 'Replicate', remote: true })],
    })
  })
  afterAll(() => studio.stop())
  beforeEach(async () => {
    her = await openStudio(browser, studio)
    await drop()
  })
  afterEach(() => her.close())

  test('she is asked once for the file, and her answer is kept with it and can be changed', async () => {
    await toggle().click()
    const question = her.panel.getByText(`“${NAME}” will leave this computer`)
    await question.waitFor()
    await her.draft(BRIEF)
    await her.panel.getByText('Say whether the reference may be sent').waitFor()
    expect(await jobs()).toEqual([])
    await her.panel.getByRole('button', { name: 'Send references' }).click()
    await her.panel.getByRole('slider', { name: 'Freedom' }).waitFor()
    await her.draft(BRIEF)
    await expect.poll(async () => (await jobs())[0]?.request.reference?.use).toBe('follow')

    await her.page.reload()
    await her.panel.getByText('References may be sent to Replicate.').waitFor()
    await her.panel.getByRole('button', { name: 'Change' }).click()
    await her.panel.getByRole('button', { name: 'Keep them here' }).click()
    await her.panel.getByText('not sent to Replicate, so this one is left out').waitFor()
    await her.draft(BRIEF)
    await expect.poll(async () => (await jobs()).length).toBe(2)
    expect((await jobs())[0]?.request.reference).toBeUndefined()
    expect(her.errors).toEqual([])
  })
})
