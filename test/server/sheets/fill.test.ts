import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findBackground } from '../../../server/sheets/clean/background.ts'
import { fill } from '../../../server/sheets/clean/fill.ts'
import { newMask } from '../../../server/sheets/raster/components.ts'
import { decodePage } from '../../../server/sheets/raster/decode-page.ts'
import { sheetFlagsOf } from '../../../server/sheets/sheet-flags.ts'
import { scenePage } from '../../sheets/odd-pages.ts'

const HOLE = { x: 120, y: 90, w: 60, h: 30 }

const dots = (): Promise<Buffer> => {
  const all = Array.from({ length: 20 * 15 }, (_, at) => {
    const [x, y] = [10 + (at % 20) * 20, 10 + Math.floor(at / 20) * 20]
    return `<circle cx="${x}" cy="${y}" r="4" fill="#b9a9d9"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#e6ddf5"/>${all.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

/** Paints over a hole in a page and answers with where that shows, and how far it is from what was there. */
const paintOver = async (bytes: Buffer) => {
  const { page } = await decodePage(bytes)
  const background = await findBackground(page, [])
  const holes = newMask(page.width, page.height)
  for (let y = HOLE.y; y < HOLE.y + HOLE.h; y += 1)
    holes.data.fill(1, y * page.width + HOLE.x, y * page.width + HOLE.x + HOLE.w)
  const filled = { ...page, data: page.data.slice() }
  filled.data.forEach((_, at) => {
    if (holes.data[Math.floor(at / 3)] === 1) filled.data[at] = 0
  })
  const visible = fill(filled, background, holes, newMask(page.width, page.height))
  const off = filled.data.map((value, at) => Math.abs(value - page.data[at]!))
  return {
    visible,
    background,
    farthest: off.reduce((most, each) => Math.max(most, each), 0),
    page,
  }
}

describe('what was painted over', () => {
  it('goes on with the pattern around it', async () => {
    const { visible, farthest } = await paintOver(await dots())
    expect(visible).toEqual([])
    expect(farthest).toBeLessThan(24)
  })

  it('shows where nothing fits, and that is said', async () => {
    const { visible, background, page } = await paintOver(await scenePage())
    expect(visible).toHaveLength(1)
    const backgrounds = [background]
    expect(sheetFlagsOf({ page, lines: [], cells: 1, backgrounds })).toEqual(['photo'])
    expect(sheetFlagsOf({ page, lines: [], cells: 41, backgrounds: [] })).toEqual(['many_cells'])
  })
})
