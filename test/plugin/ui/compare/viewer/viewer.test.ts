import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Layer } from '../../../../../shared/selection.ts'
import { eventually } from '../../eventually.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'
import {
  colorAt,
  discWidth,
  drag,
  flat,
  mode,
  openViewer,
  own,
  selection,
  shows,
  showsPair,
} from './open-viewer.ts'

const RED = '#e00000'
const GREEN = '#00c000'
const BLUE = '#0000e0'
const WHITE = '#ffffff'
const GREY = '#808080'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

test('the slider shows the left picture left of it and the right one right of it', async () => {
  const { page, panel, canvas } = await openViewer(stage, [await flat(RED), await flat(BLUE)])
  await showsPair(panel, RED, BLUE)
  await canvas.focus()
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await shows(panel, [
    [0.7, RED],
    [0.75, BLUE],
  ])
  expect(await canvas.getAttribute('aria-valuenow')).toBe('72')
  await drag(page, panel, [0.5, 0.5], [0.1, 0.4])
  await shows(panel, [
    [0.05, RED],
    [0.15, BLUE],
    [0.7, BLUE],
  ])
})

test('digits choose what is right and, with Shift, left; arrows go on from picture to picture', async () => {
  const colors = [RED, BLUE, GREEN]
  const { page, panel, canvas } = await openViewer(
    stage,
    await Promise.all(colors.map((color) => flat(color))),
  )
  await showsPair(panel, RED, BLUE)
  await page.keyboard.press('3')
  await showsPair(panel, RED, GREEN)
  await page.keyboard.press('Shift+Digit2')
  await showsPair(panel, BLUE, GREEN)
  await page.keyboard.press('2')
  await showsPair(panel, GREEN, BLUE)
  await canvas.focus()
  await page.keyboard.press('ArrowDown')
  await showsPair(panel, GREEN, RED)
  await page.keyboard.press('ArrowDown')
  await shows(panel, [[0.75, BLUE]])
  await page.keyboard.press('ArrowUp')
  await shows(panel, [[0.75, RED]])
  await panel.getByLabel('Left').selectOption({ label: '2 · Frame 2' })
  await showsPair(panel, BLUE, RED)
})

test('while she says why a draft is rejected, the digits are the reasons', async () => {
  const { page, panel } = await openViewer(
    stage,
    [await flat(RED), await flat(GREEN)],
    [await flat(BLUE)],
  )
  await shows(panel, [[0.75, GREEN]])
  await page.keyboard.press('x')
  await panel.getByRole('group', { name: 'Why' }).waitFor()
  await page.keyboard.press('3')
  await eventually(async () =>
    expect((await page.evaluate(() => globalThis.canvas.state.marked)).at(-1)?.mark).toEqual({
      kind: 'reject',
      reason: 'extra',
    }),
  )
  await panel.getByRole('group', { name: 'Why' }).waitFor({ state: 'detached' })
  expect(await colorAt(panel, 0.75)).toBe(GREEN)
  await page.keyboard.press('3')
  await shows(panel, [[0.75, BLUE]])
})

test('they blink in one place until she pauses', async () => {
  const { page, panel, canvas } = await openViewer(stage, [await flat(RED), await flat(BLUE)])
  await mode(panel, 'Blink')
  await showsPair(panel, BLUE, BLUE)
  await showsPair(panel, RED, RED)
  await canvas.focus()
  await page.keyboard.press('ArrowRight')
  await shows(panel, [[0.5, BLUE]])
  await page.waitForTimeout(900)
  expect(await colorAt(panel, 0.5)).toBe(BLUE)
  await panel.getByRole('button', { name: 'Blink' }).click()
  await shows(panel, [[0.5, RED]])
})

test('the difference is a figure, and orange where the right one is lighter, blue where it is darker', async () => {
  const discs = [{ x: 100, y: 200, r: 80 }]
  const half = { x: 300, y: 200, r: 80 }
  const { page, panel } = await openViewer(stage, [
    await flat(GREY, discs, WHITE),
    await flat(GREY, [half], WHITE),
    await flat(GREY, discs, WHITE),
  ])
  await mode(panel, 'Difference')
  // Two discs of 80 pixels in a square of 400.
  await panel.getByText('They differ in 25 % of the picture.').waitFor()
  await showsPair(panel, '#0072b2', '#e69f00')
  const [red, green, blue] = /#(..)(..)(..)/.exec(await colorAt(panel, 0.5))!.slice(1)
  expect([red, green]).toEqual([green, blue])
  await page.keyboard.press('3')
  await panel.getByText('The pictures are the same.').waitFor()
})

test('zoom and pan are the same for both', async () => {
  const quarters = [{ x: 50, y: 50, r: 50 }]
  const { page, panel } = await openViewer(stage, [
    await flat(RED, quarters, GREEN),
    await flat(BLUE, quarters, WHITE),
  ])
  await mode(panel, 'Side by side')
  const marks = async () => [
    await colorAt(panel, 0.0625, 0.3125),
    await colorAt(panel, 0.5625, 0.3125),
  ]
  await eventually(async () => expect(await marks()).toEqual([GREEN, WHITE]))
  await page.keyboard.press('z')
  await eventually(async () => expect(await marks()).toEqual([RED, BLUE]))
  await panel.getByRole('button', { name: 'Zoom 2.0×' }).waitFor()
  // The middle of the mark lies at an eighth of the picture: a quarter of a pane further out.
  await drag(page, panel, [0.2, 0.3], [0.2625, 0.55])
  await drag(page, panel, [0.7, 0.3], [0.7625, 0.3])
  await eventually(async () => expect(await colorAt(panel, 0.0625, 0.375)).toBe(GREEN))
  expect(await colorAt(panel, 0.5625, 0.375)).toBe(WHITE)
  await page.keyboard.press('z')
  await page.keyboard.press('z')
  await eventually(async () => expect(await marks()).toEqual([GREEN, WHITE]))
})

test('a photo and a draft have the same face size, by circles that she sets once', async () => {
  const { page, panel, layers, canvas } = await openViewer(
    stage,
    [await flat(RED, [{ x: 200, y: 168, r: 40 }])],
    [await flat(BLUE, [{ x: 160, y: 160, r: 100 }])],
  )
  await panel.getByRole('switch', { name: 'Same face size', checked: true }).waitFor()
  await shows(panel, [
    [0.02, RED],
    [0.98, BLUE],
  ])
  await panel.getByRole('button', { name: 'Set faces' }).click()
  // The usual circle of a photo is in the middle of the disc, at 0.42 of its height, and 64 pixels around it.
  const top = 0.25
  const face = top + 0.42 / 2
  await drag(page, panel, [0.25 + 0.16 / 2, face], [0.25 + 0.1 / 2, face])
  // That of a draft is at 0.4 of its height: it goes to the left, and grows.
  await drag(page, panel, [0.75, top + 0.2], [0.7, top + 0.2])
  await drag(page, panel, [0.7 + 0.17 / 2, top + 0.2], [0.7 + 0.25 / 2, top + 0.2])
  await canvas.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await panel.getByRole('button', { name: 'Done' }).click()
  await eventually(async () => {
    const [left, right] = [await discWidth(panel, 0), await discWidth(panel, 1)]
    expect(left).toBeGreaterThan(40)
    expect(right / left).toBeCloseTo(1, 1)
  })
  const { faces, viewed } = await page.evaluate(() => globalThis.canvas.state)
  const of = (key: string) => faces.find((one) => one.of === key)!.face
  expect(of(`${DOCUMENT} 1`).r).toBeCloseTo(0.1, 1)
  expect(of(layers[1]!.recipe!.file).r).toBeCloseTo(0.25, 1)
  // A draft's own pixels come from the proxy.
  expect([...new Set(viewed)]).toEqual(['1'])

  await panel.getByRole('switch', { name: 'Same face size' }).click()
  await eventually(async () =>
    expect((await discWidth(panel, 1)) / (await discWidth(panel, 0))).toBeCloseTo(2.5, 0),
  )
})

test('the pair stays when less is selected, a layer that is gone is said, and every bitmap is given back', async () => {
  const { page, panel, layers } = await openViewer(stage, [await flat(RED), await flat(BLUE)])
  const bitmaps = (frame: Page) =>
    frame
      .frames()[1]!
      .evaluate(() =>
        (globalThis as unknown as { made: ImageBitmap[] }).made.map(({ width }) => width),
      )
  await page.frames()[1]!.evaluate(() => {
    const all: ImageBitmap[] = []
    const make = globalThis.createImageBitmap
    Object.assign(globalThis, {
      made: all,
      createImageBitmap: async (source: Blob) => {
        const bitmap = await make(source)
        all.push(bitmap)
        return bitmap
      },
    })
  })
  const select = (...some: Layer[]) =>
    page.evaluate((next) => globalThis.canvas.select(next), selection(some))
  await select(layers[0]!)
  await showsPair(panel, RED, BLUE)
  await select(layers[1]!, layers[0]!)
  await showsPair(panel, BLUE, RED)
  await select(layers[0]!, own('9'))
  await panel.getByText('This layer is not in the file any more.').waitFor()
  await panel.getByRole('tab', { name: 'Draft' }).click()
  await eventually(async () => {
    const widths = await bitmaps(page)
    expect(widths.length).toBeGreaterThan(1)
    expect(new Set(widths)).toEqual(new Set([0]))
  })
})

test('the window is made large and small again', async () => {
  const { page, panel } = await openViewer(stage, [await flat(RED), await flat(BLUE)])
  const resized = () => page.evaluate(() => globalThis.canvas.state.size)
  await panel.getByRole('button', { name: 'Large window' }).click()
  await eventually(async () => expect(await resized()).toEqual({ width: 900, height: 860 }))
  await page.setViewportSize({ width: 900, height: 860 })
  await panel.getByRole('button', { name: 'Small window' }).click()
  await eventually(async () => expect(await resized()).toEqual({ width: 340, height: 640 }))
})
