import type { FrameLocator, Page } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { expect, onTestFinished } from 'vitest'
import { StoredFile } from '../../../../../shared/contract/index.ts'
import type { Layer } from '../../../../../shared/selection.ts'
import { NO_SELECTION } from '../../../../fakes/scripted-canvas.ts'
import type { StartedProxy } from '../../../../server/start-proxy.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { makeRecipe } from '../../../main/make-recipe.ts'
import { eventually } from '../../eventually.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'

type Disc = { readonly x: number; readonly y: number; readonly r: number }
const SIDE = 400

/** A square picture of one colour, with discs of another. */
export const flat = async (color: string, discs: readonly Disc[] = [], ink = '#ffffff') => {
  const circles = discs.map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${ink}"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="100%" height="100%" fill="${color}"/>${circles.join('')}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}
const keep = async ({ request }: StartedProxy, bytes: Uint8Array) => {
  const headers = { 'content-type': 'image/png' }
  return v.parse(StoredFile, await (await request('/v1/files', { body: bytes, headers })).json()).id
}
export const own = (node: string): Layer => ({
  node,
  name: `Frame ${node}`,
  width: SIDE,
  height: SIDE,
  recipe: null,
  mark: null,
  finishedOf: null,
  role: 'own',
  board: null,
  lostFinished: null,
})
const draft = (node: string, file: StoredFile['id']): Layer => ({
  ...own(node),
  role: 'draft',
  recipe: { ...makeRecipe(), file },
})

export const selection = (layers: readonly Layer[]) => ({
  ...NO_SELECTION,
  count: layers.length,
  first: layers[0] ?? null,
  layers: [...layers],
})

/** The viewer with these pictures of hers, named 1, 2, 3 …; and with drafts after them. */
export const openViewer = async (
  stage: Stage,
  pictures: readonly Uint8Array<ArrayBuffer>[],
  drafts: readonly Uint8Array[] = [],
) => {
  const proxy = await startProxy()
  const files = await Promise.all(drafts.map((bytes) => keep(proxy, bytes)))
  const layers = [
    ...pictures.map((_, at) => own(String(at + 1))),
    ...files.map((file, at) => draft(`d${at + 1}`, file)),
  ]
  const { page, panel } = await stage.open({
    port: proxy.port,
    script: {
      document: DOCUMENT,
      token: proxy.proxy.token,
      pictures: Object.fromEntries(pictures.map((bytes, at) => [String(at + 1), bytes])),
      selection: selection(layers),
    },
  })
  onTestFinished(() => page.close())
  await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
  await panel.getByRole('tab', { name: 'Compare' }).click()
  await panel.locator('canvas').waitFor()
  return { page, panel, layers, canvas: panel.locator('canvas') }
}

/** The colour at a place of the stage, in parts of its sides. */
export const colorAt = (panel: FrameLocator, x: number, y = 0.5): Promise<string> =>
  panel.locator('canvas').evaluate(
    (canvas: HTMLCanvasElement, [x, y]) => {
      const drawing = canvas.getContext('2d')!
      const [red, green, blue] = drawing.getImageData(
        canvas.width * x,
        canvas.height * y,
        1,
        1,
      ).data
      return `#${[red!, green!, blue!].map((band) => band.toString(16).padStart(2, '0')).join('')}`
    },
    [x, y] as const,
  )
export const shows = (
  panel: FrameLocator,
  colors: readonly (readonly [number, string])[],
  y = 0.5,
) =>
  eventually(async () => {
    for (const [x, color] of colors) expect([x, await colorAt(panel, x, y)]).toEqual([x, color])
  })
/** In the middle of both halves. */
export const showsPair = (panel: FrameLocator, left: string, right: string) =>
  shows(panel, [
    [0.25, left],
    [0.75, right],
  ])
export const mode = (panel: FrameLocator, name: string) =>
  panel.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click()
export const drag = async (
  page: Page,
  panel: FrameLocator,
  from: readonly [number, number],
  to: readonly [number, number],
) => {
  const box = (await panel.locator('canvas').boundingBox())!
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), { steps: 4 })
  await page.mouse.up()
}

/** How wide the white disc is in a half of the stage, in pixels of the screen. */
export const discWidth = (panel: FrameLocator, side: 0 | 1): Promise<number> =>
  panel.locator('canvas').evaluate((canvas: HTMLCanvasElement, side) => {
    const half = canvas.width / 2
    const { data, width, height } = canvas
      .getContext('2d')!
      .getImageData(half * side, 0, half, canvas.height)
    let widest = 0
    for (let y = 0; y < height; y += 1) {
      let row = 0
      for (let x = 0; x < width; x += 1)
        if ([0, 1, 2].every((band) => data[(y * width + x) * 4 + band]! > 250)) row += 1
      widest = Math.max(widest, row)
    }
    return widest
  }, side)
