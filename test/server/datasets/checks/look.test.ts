import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { lookAt } from '../../../../server/datasets/checks/pixels/look.ts'
import { BRIEFS, drawFigurine } from './draw-figurine.ts'

const SIDE = 1024

/** Shapes on a background, as SVG. */
const draw = (shapes: string, background = '#e8dcc8') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="100%" height="100%" fill="${background}"/>${shapes}</svg>`,
    ),
  )
    .removeAlpha()
    .png()
    .toBuffer()
const look = async (shapes: string) => (await lookAt(await draw(shapes))).look
const box = (x: number, y: number, w: number, h: number) =>
  `<rect x="${x * SIDE}" y="${y * SIDE}" width="${w * SIDE}" height="${h * SIDE}" fill="#805040"/>`

describe('a look at a picture', { timeout: 30_000 }, () => {
  it('finds the figurine, how large it is, and the colour behind it', async () => {
    const { subject, background } = await look(box(0.25, 0.25, 0.5, 0.5))
    expect(subject!.area).toBeCloseTo(0.25, 1)
    expect(subject!.touches).toEqual([])
    const { x, y, w, h } = subject!.bounds
    for (const [found, drawn] of [
      [x, 0.25],
      [y, 0.25],
      [w, 0.5],
      [h, 0.5],
    ] as const)
      expect(Math.abs(found - drawn)).toBeLessThan(0.02)
    // #e8dcc8 in CIE L*a*b*.
    for (const [at, value] of [88, 1, 11].entries())
      expect(Math.abs(background![at]! - value)).toBeLessThan(2)
  })

  it.each([
    ['the bottom', box(0.3, 0.5, 0.4, 0.5), ['bottom']],
    ['the left and the top', box(0, 0, 0.4, 0.6), ['top', 'left']],
    ['nothing', box(0.1, 0.06, 0.8, 0.9), []],
  ])('says that it touches %s', async (_, shapes, touches) => {
    expect((await look(shapes)).subject!.touches).toEqual(touches)
  })

  it('is not misled by a gradient, or by a line along the edge', async () => {
    const gradient =
      '<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#f4ead8"/><stop offset="1" stop-color="#cdb9a0"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>'
    const line = `<rect x="3" y="3" width="${SIDE - 6}" height="${SIDE - 6}" fill="none" stroke="#403020" stroke-width="5"/>`
    for (const shapes of [gradient, line, gradient + line]) {
      const { subject } = await look(shapes + box(0.3, 0.3, 0.4, 0.4))
      expect(subject!.area).toBeCloseTo(0.16, 1)
      expect(subject!.touches).toEqual([])
    }
  })

  it('finds no figurine on an empty picture, and no background in a photo', async () => {
    expect((await look('')).subject).toBeNull()
    const cells = Array.from({ length: 144 }, (_, at) => {
      const [x, y] = [(at % 12) * 86, Math.floor(at / 12) * 86]
      return `<rect x="${x}" y="${y}" width="86" height="86" fill="hsl(${(at * 97) % 360} 60% ${20 + ((at * 37) % 60)}%)"/>`
    })
    expect(await look(cells.join(''))).toMatchObject({ background: null, subject: null })
  })

  it('tells sharp drawings from blurred and much enlarged ones', async () => {
    for (const brief of BRIEFS.slice(0, 4)) {
      const drawn = await drawFigurine(brief)
      const small = await sharp(drawn).resize(300).png().toBuffer()
      const blurOf = async (picture: Buffer) => (await lookAt(picture)).look.blur
      expect(await blurOf(drawn)).toBeLessThan(0.4)
      expect(await blurOf(await sharp(drawn).blur(3).png().toBuffer())).toBeGreaterThan(0.56)
      expect(await blurOf(await sharp(small).resize(SIDE).png().toBuffer())).toBeGreaterThan(0.5)
    }
  })
})
