import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SheetPiece } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { readAsTrainer } from '../server/datasets/read-as-trainer.ts'
import { readZip } from '../server/datasets/read-zip.ts'
import { PLAIN, plainPage } from '../sheets/plain-page.ts'
import { launchChromium } from './launch-chromium.ts'
import type { RunningStudio } from './start-studio.ts'
import { startStudio } from './start-studio.ts'
import type { StudioPage } from './studio-page.ts'
import { openStudio } from './studio-page.ts'

let browser: Browser
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  studio = await startStudio()
  her = await openStudio(browser, studio)
})
afterEach(async () => {
  await her.close()
  await studio.stop()
})

const NAME = 'Orders of May.png'
/** The page is drawn so many times larger: its cells need not be enlarged. */
const SCALE = 2
const largePage = async () =>
  sharp(await plainPage())
    .resize({ width: PLAIN.width * SCALE })
    .png()
    .toBuffer()

const json = async (path: string): Promise<unknown> => (await studio.ask(path)).json()
const sheetOf = async () =>
  v.parse(contract.listSheets.response, await json('/v1/sheets')).sheets[0]!
const button = (name: string | RegExp) => her.panel.getByRole('button', { name })

/** Lets go of a file over the panel's area for it. */
const dropIntoPanel = (name: string, bytes: Uint8Array) =>
  her
    .panelFrame()
    .locator('.drop')
    .evaluate(
      (area, file) => {
        const dataTransfer = new DataTransfer()
        const picture = new File([new Uint8Array(file.bytes)], file.name, { type: 'image/png' })
        dataTransfer.items.add(picture)
        for (const type of ['dragover', 'drop'])
          area.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
      },
      { name, bytes: [...bytes] },
    )

/** The colour in a piece where the plain page has this place. */
const colourAt = async (png: Buffer, { cell, placed }: SheetPiece, x: number, y: number) => {
  const at = (value: number, from: number, to: number, scale: number) =>
    Math.round(to + (value - from) * scale)
  const left = at(x * SCALE, cell.x, placed.x, placed.w / cell.w)
  const top = at(y * SCALE, cell.y, placed.y, placed.h / cell.h)
  const spot = { left, top, width: 1, height: 1 }
  return [...(await sharp(png).extract(spot).raw().toBuffer())]
}
const near = (colour: readonly number[], hex: string): boolean =>
  [1, 3, 5].every((at, channel) => {
    const wanted = parseInt(hex.slice(at, at + 2), 16)
    return Math.abs((colour[channel] ?? -99) - wanted) <= 6
  })

test('an old sheet is dropped, reviewed, moved by hand, kept, frozen, and leaves as a ZIP that a trainer takes', async () => {
  await her.panel.getByRole('tab', { name: 'Dataset' }).click()
  await dropIntoPanel(NAME, await largePage())
  await her.panel.getByRole('progressbar', { name: NAME }).waitFor()
  await her.panel.getByText('2 pieces, 1 to look at').waitFor()

  await button('Review').click()
  const review = her.panel.getByRole('dialog', { name: NAME })
  // The doubtful one comes first and is the one that she looks at.
  const cells = review.getByRole('group', { name: 'Cells, doubtful ones first' })
  expect(await cells.getByRole('button').allTextContents()).toEqual(['2 ?', '1', 'Add a cell'])
  const second = review.getByRole('region', { name: 'Cell 2' })
  await second.getByText('Words lie on the figurine.').waitFor()
  await second.getByRole('slider', { name: 'Before' }).fill('20')
  expect(await second.getByRole('checkbox', { name: 'Keep this piece' }).isChecked()).toBe(false)
  await review.getByRole('button', { name: 'Add 1 piece' }).waitFor()

  // The lower edge of the first cell, by the mouse.
  await cells.getByRole('button', { name: '1', exact: true }).click()
  const grip = review.locator('.box[aria-current=true] [data-grip=s]')
  const before = (await sheetOf()).pieces
  const place = (await grip.boundingBox())!
  await her.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2)
  await her.page.mouse.down()
  await her.page.mouse.move(place.x + place.width / 2, place.y - 2)
  await her.page.mouse.up()
  await review.getByText('Cells or labels were changed.').waitFor()
  await review.getByRole('button', { name: 'Clean again' }).click()
  await her.panel.getByRole('progressbar', { name: NAME }).waitFor()
  await button('Review').click()
  const { pieces: cleaned, id } = await sheetOf()
  expect(cleaned[0]!.cell.h).toBeLessThan(before[0]!.cell.h)
  expect(cleaned[1]!.cell).toEqual(before[1]!.cell)

  await cells.getByRole('button', { name: '2 ?' }).click()
  await second.getByRole('checkbox', { name: 'Keep this piece' }).check()
  await review.getByLabel('Rights').selectOption('The customer allows training')
  await review.getByRole('button', { name: 'Add 2 pieces' }).click()
  await review.waitFor({ state: 'detached' })
  await button(/^figurine_02/).waitFor()

  await button('Freeze v1').click()
  const [download] = await Promise.all([
    her.page.waitForEvent('download'),
    button('Save v1 as a ZIP').click(),
  ])
  const bytes = await readFile(await download.path())
  const zip = await readZip(bytes)
  expect([...zip.keys()]).toEqual([
    'figurine_01.png',
    'figurine_01.txt',
    'figurine_02.png',
    'figurine_02.txt',
  ])
  const captions = ['front', 'back'].map(
    (side) => `a nua_figurine_style chibi figurine of Clay friends, ${side} view`,
  )
  for (const [at, piece] of cleaned.entries()) {
    const png = zip.get(`figurine_0${at + 1}.png`)!
    expect(zip.get(`figurine_0${at + 1}.txt`)!.toString()).toBe(captions[at])
    const stored = await (await studio.ask(`/v1/files/${piece.file}`)).arrayBuffer()
    expect(png.equals(Buffer.from(stored))).toBe(true)
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      width: 1024,
      height: 1024,
      channels: 3,
      depth: 'uchar',
      space: 'srgb',
    })
  }
  const [front, back] = [zip.get('figurine_01.png')!, zip.get('figurine_02.png')!]
  const [first, other] = [cleaned[0]!, cleaned[1]!]
  // Where the first letter of each label stood is the background; the shirts stay, and so does the number.
  expect(near(await colourAt(front, first, 200, 145), '#dfe8f5')).toBe(true)
  expect(near(await colourAt(front, first, 255, 480), '#3d8f5a')).toBe(true)
  expect(near(await colourAt(back, other, 701, 145), '#f5e2df')).toBe(true)
  expect(near(await colourAt(back, other, 710, 480), '#6a4fb0')).toBe(true)
  expect(near(await colourAt(back, other, 748, 447), '#ffffff')).toBe(true)

  expect(await readAsTrainer(bytes, 'nua_figurine_style')).toEqual({
    fitsUpload: true,
    prompts: captions,
    unreadable: [],
    withoutCaption: [],
    sharing: [],
  })
  const list = v.parse(contract.listDatasets.response, await json('/v1/datasets')).datasets
  const answer = await json(`/v1/datasets/${list[0]!.id}`)
  expect(v.parse(contract.getDataset.response, answer).dataset.pieces).toMatchObject([
    { provenance: { type: 'sheet', sheet: id, cell: 0, flags: [] }, consent: 'customer-allows' },
    { provenance: { type: 'sheet', sheet: id, cell: 1, flags: ['text_on_figure'] } },
  ])
  expect(her.errors).toEqual([])
})
