import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBackground } from '../../../server/sheets/clean/background.ts'
import { contentOf } from '../../../server/sheets/clean/cell-content.ts'
import { cleanCell } from '../../../server/sheets/clean/clean-cell.ts'
import { findLabels } from '../../../server/sheets/clean/find-labels.ts'
import type { ReadLine } from '../../../server/sheets/clean/find-labels.ts'
import { lookAgain } from '../../../server/sheets/clean/look-again.ts'
import { contains } from '../../../server/sheets/raster/boxes.ts'
import { decodePage } from '../../../server/sheets/raster/decode-page.ts'
import { joinLines } from '../../../server/sheets/text/join-lines.ts'
import type { Models } from '../../../server/sheets/text/open-models.ts'
import { openModels } from '../../../server/sheets/text/open-models.ts'

const FIGURE =
  '<g stroke="#2b2320" stroke-width="4"><rect x="240" y="240" width="90" height="130" rx="16" fill="#3d8f5a"/><circle cx="285" cy="180" r="66" fill="#f0c8a8"/></g>'

const cellOf = async (content: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#dfe8f5"/>${FIGURE}${content}</svg>`
  return (await decodePage(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer())).page
}

const word = (text: string, x: number, y: number, length: number, thickness: number): ReadLine => ({
  text,
  line: { x, y, length, thickness, angle: 0, score: 1 },
})

let models: Models
beforeAll(async () => {
  models = await openModels()
})

describe('words of one line that were found apart', () => {
  it('are put together, in their order, however they are turned', () => {
    const [view, side, other] = [
      word('view', 160, 50, 80, 30),
      word('Side', 50, 52, 100, 32),
      word('12 cm', 420, 50, 90, 30),
    ]
    expect(joinLines([view, side, other])).toMatchObject([
      { text: 'Side view', line: { x: 100, length: 200, thickness: 32 } },
      { text: '12 cm' },
    ])
    const up = (text: string, y: number): ReadLine => ({
      text,
      line: { x: 20, y, length: 60, thickness: 20, angle: -Math.PI / 2, score: 1 },
    })
    expect(joinLines([up('view', 50), up('Side', 120)])).toMatchObject([{ text: 'Side view' }])
  })

  it('are apart when they stand under each other, or are another size', () => {
    const lines = [word('FRONT', 100, 50, 120, 30), word('Mina', 100, 85, 100, 30)]
    expect(joinLines(lines)).toEqual(lines)
    const sizes = [word('No.', 50, 50, 60, 20), word('3', 110, 50, 40, 40)]
    expect(joinLines(sizes)).toEqual(sizes)
  })
})

describe('a label', () => {
  it('that has grown together with something else is left as a whole, and pointed at', async () => {
    const letters = [20, 50, 80].map((x) => `<rect x="${x}" y="40" width="14" height="30"/>`)
    const post = '<path d="M108 20h20v150h-20z"/>'
    const cell = await cellOf(`<g fill="#22304f">${letters.join('')}${post}</g>`)
    const content = contentOf(cell, await findBackground(cell, []), [])
    expect(findLabels(cell, content, [word('IIII', 74, 55, 124, 44)])).toMatchObject([
      { text: 'IIII', pixels: [], onFigure: false },
    ])
    const [alone] = findLabels(cell, content, [word('III', 57, 55, 90, 44)])
    expect(alone!.pixels).toHaveLength(3 * 14 * 30)
  })

  it('does not take the colour of what stands beside it', async () => {
    const cell = await cellOf(
      '<g fill="#1f7a33"><rect x="40" y="40" width="60" height="26"/><rect x="20" y="72" width="200" height="5"/></g>',
    )
    const all = { x: 0, y: 0, w: 600, h: 400 }
    const byHand = [{ box: { x: 38, y: 36, w: 64, h: 33 }, removed: true }]
    const { after } = await cleanCell(models, cell, all, [], byHand)
    const [r, g, b] = after.data.subarray((60 * 600 + 70) * 3)
    expect(Math.max(Math.abs(r! - 0xdf), Math.abs(g! - 0xe8), Math.abs(b! - 0xf5))).toBeLessThan(4)
  })
})

describe('what stands in a cell and nobody reads', () => {
  it('is pointed at, however much of it there is', async () => {
    const spots = Array.from({ length: 9 }, (_, at) => ({
      x: 20 + (at % 3) * 60,
      y: 20 + Math.floor(at / 3) * 90,
    }))
    const blobs = spots.map(({ x, y }) => `<ellipse cx="${x}" cy="${y}" rx="16" ry="11"/>`)
    const cell = await cellOf(`<g fill="#7a1f33">${blobs.join('')}</g>`)
    const content = contentOf(cell, await findBackground(cell, []), [])
    const { lines, unread } = await lookAgain(models, cell, content, new Set())
    const boxes = [
      ...unread,
      ...lines.map(({ line: { x, y } }) => ({ x: x - 9, y: y - 9, w: 18, h: 18 })),
    ]
    for (const { x, y } of spots) expect(boxes.some((box) => contains(box, x, y))).toBe(true)
  })

  it('is told from the dots of a pattern by its colour', async () => {
    const dots = Array.from({ length: 150 }, (_, at) => [
      20 + (at % 15) * 40,
      20 + Math.floor(at / 15) * 40,
    ])
    const pattern = dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8"/>`).join('')
    const cell = await cellOf(
      `<g fill="#b3c9ea">${pattern}</g><rect x="551" y="93" width="18" height="14" fill="#7a1f33"/>${FIGURE}`,
    )
    const flat = await findBackground(await cellOf(''), [])
    const { lines, unread } = await lookAgain(models, cell, contentOf(cell, flat, []), new Set())
    expect([lines.length, unread]).toMatchObject([0, [{ x: 551, y: 93, w: 18, h: 14 }]])
  })
})
