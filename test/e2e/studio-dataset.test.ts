import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { readAsTrainer } from '../server/datasets/read-as-trainer.ts'
import { readZip } from '../server/datasets/read-zip.ts'
import type { KeptDocument } from './finished-work.ts'
import { finishedWork } from './finished-work.ts'
import { launchChromium } from './launch-chromium.ts'
import type { RunningStudio } from './start-studio.ts'
import { startStudio } from './start-studio.ts'
import type { StudioPage } from './studio-page.ts'
import { openStudio } from './studio-page.ts'

let browser: Browser
let document: KeptDocument
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  ;[browser, document] = await Promise.all([launchChromium(), finishedWork()])
})
afterAll(() => browser.close())
beforeEach(async () => {
  studio = await startStudio()
  her = await openStudio(browser, studio, { document })
})
afterEach(async () => {
  await her.close()
  await studio.stop()
})

const json = async (path: string): Promise<unknown> => (await studio.ask(path)).json()

const dataset = async () => {
  const list = v.parse(contract.listDatasets.response, await json('/v1/datasets')).datasets
  const answer = await json(`/v1/datasets/${list[0]!.id}`)
  return v.parse(contract.getDataset.response, answer).dataset
}
const button = (name: string | RegExp) => her.panel.getByRole('button', { name })
const selectAll = async () => {
  await her.canvas.focus()
  await her.page.keyboard.press('Control+a')
}
/** Colours of a picture at places from 0 to 1. */
const coloursOf = async (png: Buffer, places: readonly (readonly [number, number])[]) => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  return places.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
    return `#${data.subarray(at, at + 3).toString('hex')}`
  })
}

test('finished frames become a captioned dataset and a ZIP, and the canvas stays as it was', async () => {
  const before = await her.frames()
  await her.page.getByRole('button', { name: 'Plugin' }).click()
  await her.page.getByRole('menuitem', { name: 'Export training data' }).click()
  await her.panel.getByRole('tab', { name: 'Dataset', selected: true }).waitFor()
  await her.panel.getByText('Select finished frames').waitFor()
  await selectAll()

  await button('Add 5 pieces').waitFor()
  const rows = await her.panel
    .getByRole('region', { name: 'Selected' })
    .getByRole('listitem')
    .allTextContents()
  expect(rows).toHaveLength(7)
  expect(rows[3]).toMatch(/^Traced5\d % of it is a generated picture/)
  expect(rows[4]).toMatch(/^Only a noteThere is nothing to draw/)

  await button('Look at Knight').click()
  const caption = her.panel.getByLabel('Caption')
  expect(await caption.inputValue()).toBe(
    'a nua_figurine_style chibi figurine of knight with helmet',
  )
  await caption.fill('a nua_figurine_style chibi figurine of a knight with a golden helmet')
  await her.panel
    .getByRole('region', { name: 'Left out of this piece' })
    .getByText('Price 95')
    .waitFor()
  await her.page.keyboard.press('Escape')

  await button('Add 5 pieces').click()
  await her.panel.getByText('All of it is in the dataset as it is').waitFor()
  expect(await her.frames()).toEqual(before)
  const { pieces } = await dataset()
  expect(pieces.map(({ name, caption: text }) => [name, text])).toEqual([
    ['figurine_01', 'a nua_figurine_style chibi figurine of superhero girl with red cape'],
    ['figurine_02', 'a nua_figurine_style chibi figurine of cook with glasses'],
    ['figurine_03', 'a nua_figurine_style chibi figurine of a knight with a golden helmet'],
    ['figurine_04', 'a nua_figurine_style chibi figurine of father with red cape'],
    ['figurine_05', 'a nua_figurine_style chibi figurine of mother with glasses'],
  ])
  expect(pieces[0]).toMatchObject({ consent: 'own-work', aiShare: 0, marks: ['padded'] })

  await button('Freeze v1').click()
  const [download] = await Promise.all([
    her.page.waitForEvent('download'),
    button('Save v1 as a ZIP').click(),
  ])
  expect(download.suggestedFilename()).toBe('nua-v1.zip')
  const bytes = await readFile(await download.path())
  expect(await readAsTrainer(bytes, 'nua_figurine_style')).toEqual({
    fitsUpload: true,
    prompts: pieces.map(({ caption: text }) => text),
    unreadable: [],
    withoutCaption: [],
    sharing: [],
  })
  const zip = await readZip(bytes)
  expect([...zip.keys()]).toEqual(pieces.flatMap(({ name }) => [`${name}.png`, `${name}.txt`]))
  for (const { name, caption: text, file } of pieces) {
    expect(zip.get(`${name}.txt`)?.toString()).toBe(text)
    const png = zip.get(`${name}.png`)!
    const stored = Buffer.from(await (await studio.ask(`/v1/files/${file}`)).arrayBuffer())
    expect(png.equals(stored)).toBe(true)
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      width: 1024,
      height: 1024,
      channels: 3,
      depth: 'uchar',
      space: 'srgb',
      hasAlpha: false,
    })
  }
  // The background in the corners and where the order's number was, the eye and the helmet.
  const places = [
    [0.01, 0.01],
    [0.15, 0.95],
    [0.45, 0.355],
    [0.5, 0.13],
  ] as const
  expect(await coloursOf(zip.get('figurine_03.png')!, places)).toEqual([
    '#e9e1ee',
    '#e9e1ee',
    '#3b2f2a',
    '#d9a93f',
  ])
  expect(her.errors).toEqual([])
})

test('her word takes a traced picture in, keeps a frame out, and all of it is remembered with the file', async () => {
  await her.panel.getByRole('tab', { name: 'Dataset' }).click()
  await selectAll()
  await button('Add 5 pieces').waitFor()
  await button('Look at Traced').click()
  await button('Train on it anyway').click()
  await button('Train on it anyway').and(her.panel.locator('[aria-pressed=true]')).waitFor()
  await her.page.keyboard.press('Escape')
  await button('Look at Knight').click()
  await her.panel.getByLabel('Rights').selectOption('Do not train')
  await her.page.keyboard.press('Escape')
  await her.panel.getByText('It is marked “do not train”.').waitFor()
  await her.page.reload()
  await her.panel.getByText('Connected').waitFor()
  await her.panel.getByRole('tab', { name: 'Dataset' }).click()
  await selectAll()
  await button('Add 5 pieces').click()
  await her.panel.getByText('All of it is in the dataset as it is').waitFor()
  const { pieces } = await dataset()
  expect(pieces).toHaveLength(5)
  expect(pieces.map(({ marks }) => marks)).toContainEqual(['trainAnyway', 'padded'])
  expect(pieces.filter(({ aiShare }) => aiShare > 0.5)).toHaveLength(1)
  expect(JSON.stringify(pieces)).not.toContain('knight')
  expect(her.errors).toEqual([])
})
