import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { READABLE } from '../../plugin/main/board/readable.ts'
import { MARGIN } from '../../plugin/main/canvas/place-row.ts'
import { flatPicture } from './flat-picture.ts'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import type { StudioPage } from './studio-page.ts'

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
})
afterEach(async () => {
  expect(her.errors).toEqual([])
  await her.close()
})

type Inside = {
  readonly name: string
  readonly text: string
  /** Pixels of the screen that its letters are high. */
  readonly fontSize: number
  readonly isPicture: boolean
  /** On the screen. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** What lies on the board, as it is drawn. */
const onBoard = (): Promise<Inside[]> =>
  her.page.locator('.world > .node[aria-label^="Board"] > .node').evaluateAll((nodes) =>
    nodes.map((node) => {
      const words = node.querySelector<HTMLElement>(':scope > .text')
      const { x, y, width, height } = node.getBoundingClientRect()
      const zoom = width / parseFloat((node as HTMLElement).style.width)
      return {
        name: node.getAttribute('aria-label') ?? '',
        text: words?.textContent ?? '',
        fontSize: words === null ? 0 : parseFloat(words.style.fontSize) * zoom,
        isPicture: node.querySelector(':scope > .fill img') !== null,
        box: { x, y, width, height },
      }
    }),
  )
const captions = async () => (await onBoard()).map(({ text }) => text).filter((text) => text !== '')
const pictures = async () => (await onBoard()).filter(({ isPicture }) => isPicture)
const colourAt = async (x: number, y: number) => {
  const shot = await her.page.screenshot({ clip: { x: x - 1, y: y - 1, width: 3, height: 3 } })
  const { dominant } = await sharp(shot).stats()
  return dominant
}

const select = async (names: readonly string[]) => {
  const frames = await her.frames()
  await her.canvas.focus()
  await her.page.keyboard.press('Escape')
  for (const name of names) {
    const frame = frames.find((one) => one.name === name)
    await her.page.locator(`[data-name-of="${frame!.id}"]`).click({ modifiers: ['Shift'] })
  }
}
const selectAll = async () => {
  await her.canvas.focus()
  await her.page.keyboard.press('Control+a')
}
const openCompare = () => her.panel.getByRole('tab', { name: 'Compare' }).click()
const boardPanel = () => her.panel.getByRole('region', { name: 'Board' })
const putSideBySide = async () => {
  await boardPanel()
    .getByRole('button', { name: /^Put side by side/ })
    .click()
  await boardPanel()
    .getByRole('button', { name: /^Refresh the board/ })
    .waitFor()
}

test('a photo, drafts and her linked work become a board: in order, equally large, captioned, in one undo step', async () => {
  await her.dropFile('Photo.png', 'image/png', await flatPicture(600, 900))
  await her.draft(BRIEF)
  await her.waitForPictures(5)
  await her.dropFile('Figurine.png', 'image/png', await flatPicture(800, 800), { x: 300, y: 800 })
  await her.waitForPictures(6)
  const draft = (await her.frames()).find(({ name }) => name.startsWith(BRIEF))
  await select(['Figurine', draft!.name])
  await her.panel.getByRole('button', { name: 'Link', exact: true }).click()

  await openCompare()
  await selectAll()
  await boardPanel().getByText('1 reference · 4 drafts · 1 finished piece').waitFor()
  const before = await her.frames()
  await putSideBySide()

  const frames = await her.frames()
  expect(frames.slice(0, -1)).toEqual(before)
  const board = frames.at(-1)!
  expect(board.name).toBe(`Board · ${BRIEF}`)
  const right = Math.max(...before.map(({ x, width }) => x + width))
  expect(board.x).toBeGreaterThanOrEqual(right + MARGIN)

  const [first, ...words] = await captions()
  expect(first).toBe('Reference')
  expect(words.at(-1)).toBe('Finished')
  expect(words.slice(0, -1)).toEqual(Array(4).fill(expect.stringMatching(/^seed \d+$/)))
  const tiles = await pictures()
  const lefts = tiles.map(({ box }) => box.x)
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
  for (const { box } of tiles) {
    expect(box.y + box.height).toBeCloseTo(tiles[0]!.box.y + tiles[0]!.box.height, 0)
    expect(Math.sqrt(box.width * box.height)).toBeCloseTo(
      Math.sqrt(tiles[1]!.box.width * tiles[1]!.box.height),
      0,
    )
  }
  for (const { text, fontSize } of await onBoard())
    if (text !== '') expect(fontSize).toBeGreaterThanOrEqual(READABLE - 0.1)
  const { x, y, width, height } = tiles[0]!.box
  const photo = await sharp(await flatPicture(600, 900)).stats()
  expect(await colourAt(x + width / 2, y + height / 2)).toEqual(photo.dominant)

  await her.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(her.frames).toEqual(before)
})

test('a mark made on the board shows on it at once, and it can be laid out anew', async () => {
  await her.draft(BRIEF)
  await her.waitForPictures(4)
  await openCompare()
  await selectAll()
  await putSideBySide()

  const [, second] = await captions()
  await her.page.getByText(second!, { exact: true }).dblclick()
  await her.panel.getByRole('group', { name: 'Selected draft' }).waitFor()
  await her.panel.getByText('Recipe').click()
  await her.panel.getByText(second!.replace('seed ', ''), { exact: true }).waitFor()
  await her.panel.locator('#tab-Compare').press('s')
  await expect.poll(captions).toContain(`★ ${second!}`)
  expect((await onBoard()).filter(({ name }) => name === '★')).toHaveLength(1)

  await boardPanel().getByLabel('Side by side').selectOption('As a grid')
  const rows = async () =>
    new Set((await pictures()).map(({ box }) => Math.round(box.y + box.height))).size
  await expect.poll(rows).toBe(2)
  await expect.poll(captions).toContain(`★ ${second!}`)
  await her.page.reload()
  await her.panel.getByText('Connected').waitFor()
  await expect.poll(rows).toBe(2)
})
