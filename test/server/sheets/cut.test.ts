import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../shared/contract/index.ts'
import type { ReadLine } from '../../../server/sheets/clean/find-labels.ts'
import { findStructure } from '../../../server/sheets/cut/find-structure.ts'
import { decodePage } from '../../../server/sheets/raster/decode-page.ts'
import { iouOf } from '../../sheets/box-measures.ts'

const WIDTH = 1000
const HEIGHT = 800

const figure = ({ x, y, w, h }: Box): string => {
  const [middle, foot] = [x + w / 2, y + h - 40]
  return `<g stroke="#2b2320" stroke-width="4"><rect x="${middle - 40}" y="${foot - 110}" width="80" height="110" rx="16" fill="#3d8f5a"/><circle cx="${middle}" cy="${foot - 170}" r="62" fill="#f0c8a8"/></g><circle cx="${middle - 22}" cy="${foot - 170}" r="8"/><circle cx="${middle + 22}" cy="${foot - 170}" r="8"/>`
}

type Panel = Box & { readonly fill: string; readonly spot: string; readonly pattern: string }

const panel = ({ x, y, w, h, fill, spot, pattern }: Panel, name: string): string =>
  `<defs><pattern id="${name}" x="${x}" y="${y}" width="40" height="40" patternUnits="userSpaceOnUse"><path d="${pattern}" fill="${spot}"/></pattern></defs><rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/><rect x="${x}" y="${y}" width="${w}" height="${h}" fill="url(#${name})"/>${figure({ x, y, w, h })}`

const CHECKS = 'M0 0h20v20h-20zM20 20h20v20h-20z'
const DOTS = 'M0 30a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z'

/** The cells that are found in a page of panels, in which some lines were read. */
const cellsOf = async (panels: readonly Panel[], more = '', lines: readonly ReadLine[] = []) => {
  const content = panels.map((each, at) => panel(each, `p${at}`)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${content}${more}</svg>`
  const { page } = await decodePage(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer())
  return (await findStructure(page, lines)).cells.map(({ cell }) => cell)
}

const expectCells = (found: readonly Box[], wanted: readonly Box[]) => {
  expect(found).toHaveLength(wanted.length)
  wanted.forEach((box, at) => expect(iouOf(found[at]!, box)).toBeGreaterThan(0.97))
}

describe('the cells of a page', () => {
  it('are not cut along the squares of a background of checks', async () => {
    const panels = [
      { x: 20, y: 20, w: 470, h: 370, fill: '#dfe8f5', spot: '#d0dcec', pattern: CHECKS },
      { x: 510, y: 20, w: 470, h: 370, fill: '#f5e2df', spot: '#ecd2ce', pattern: CHECKS },
      { x: 20, y: 410, w: 470, h: 370, fill: '#e2f3df', spot: '#d2e8ce', pattern: CHECKS },
      { x: 510, y: 410, w: 470, h: 370, fill: '#efe2f5', spot: '#e2d1ec', pattern: CHECKS },
    ]
    expectCells(await cellsOf(panels), panels)
  })

  it('are cut where two of them meet, even through the dots of their pattern', async () => {
    const panels = [
      { x: 0, y: 0, w: 1000, h: 390, fill: '#d6e4f7', spot: '#a9cbf1', pattern: DOTS },
      { x: 0, y: 390, w: 500, h: 410, fill: '#e3c3cf', spot: '#d49fb4', pattern: DOTS },
      { x: 500, y: 390, w: 500, h: 410, fill: '#f5dcee', spot: '#e9bfdf', pattern: DOTS },
    ]
    expectCells(await cellsOf(panels), panels)
  })

  it('are cut along a line that goes on under words', async () => {
    const panels = [
      { x: 0, y: 0, w: 1000, h: 398, fill: '#8fe3b0', spot: '#8fe3b0', pattern: '' },
      { x: 0, y: 402, w: 498, h: 398, fill: '#efb9d0', spot: '#efb9d0', pattern: '' },
      { x: 502, y: 402, w: 498, h: 398, fill: '#d6c8bd', spot: '#d6c8bd', pattern: '' },
    ]
    const line = '<path d="M0 400h1000M500 400v400" stroke="#223344" stroke-width="4"/>'
    const word = { x: 850, y: 420, length: 290, thickness: 80, angle: 0, score: 1 }
    expectCells(await cellsOf(panels, line, [{ line: word, text: 'FRONT' }]), panels)
  })
})
