import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenTraining } from './open-training.ts'
import { BLUE, CORNERS, GREEN, MIDDLE, openTraining, PINK, RED, WHITE } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})

describe('the background of a training picture', () => {
  it('stands on what its layer stands on: a panel, a holder, or white', async () => {
    const [inCell, inGrid, alone] = await training.make(`
      const grid = frame(BLUE, 0, 0, 600, 300)
      shape(PINK, 10, 10, 280, 280, grid)
      const figures = [20, 320].map((x) =>
        figma.group([shape(RED, x, 20, 60, 200, grid), shape(GREEN, x + 60, 20, 40, 200, grid)], grid))
      return [...figures, figma.group([shape(RED, 2000, 0, 60, 200), shape(GREEN, 2060, 0, 40, 200)], figma.currentPage)]`)
    const places = [...CORNERS, ...MIDDLE]
    expect(await training.coloursOf(inCell!, places)).toEqual([PINK, PINK, RED])
    expect(await training.coloursOf(inGrid!, places)).toEqual([BLUE, BLUE, RED])
    expect(await training.coloursOf(alone!, places)).toEqual([WHITE, WHITE, RED])
  })

  it('has a gradient of its own over all of the square, without a seam', async () => {
    const tall = await training.one(`
      const gradient = [{
        type: 'GRADIENT_LINEAR',
        gradientTransform: [[1, 0, 0], [0, 1, 0]],
        gradientStops: [
          { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
          { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } },
        ],
      }]
      const tall = frame(gradient, 0, 0, 100, 200)
      shape(GREEN, 40, 90, 20, 20, tall)
      return tall`)
    const row = Array.from({ length: 16 }, (_, at) => [(at + 0.5) / 16, 0.2] as const)
    const reds = (await training.coloursOf(tall, row)).map(([red]) => red)
    for (const [at, red] of reds.entries())
      expect(Math.abs(red - 255 * (1 - (at + 0.5) / 16))).toBeLessThan(4)
  })

  it('shows a picture behind the figure over all of the square, and a picture alone as a whole', async () => {
    const image = new Uint8Array(
      await sharp({ create: { width: 40, height: 80, channels: 3, background: '#00ff00' } })
        .composite([
          {
            input: { create: { width: 40, height: 20, channels: 3, background: '#0000ff' } },
            gravity: 'north',
          },
        ])
        .png()
        .toBuffer(),
    )
    const behind = training.host.person.addFrame({
      name: 'A',
      x: 0,
      y: 0,
      width: 100,
      height: 200,
      image,
    })
    const places = [
      [0.05, 0.5],
      [0.5, 0.02],
      [0.5, 0.5],
    ] as const
    expect(await training.coloursOf(behind, places)).toEqual([WHITE, BLUE, GREEN])
    await training.make(`return shape(RED, 40, 90, 20, 20, figma.currentPage.children[0])`)
    expect(await training.coloursOf(behind, places)).toEqual([GREEN, GREEN, RED])
  })

  it('mixes a background that lets another one through', async () => {
    const inner = await training.one(`
      const outer = frame(paint(0, 0, 0), 0, 0, 400, 400)
      const inner = frame([{ ...paint(1, 1, 1)[0], opacity: 0.5 }], 50, 50, 100, 200, outer)
      shape(RED, 40, 90, 20, 20, inner)
      return inner`)
    const [[grey]] = (await training.coloursOf(inner, CORNERS)) as [[number, number, number]]
    expect(grey).toBeGreaterThan(125)
    expect(grey).toBeLessThan(130)
  })

  it('has no border and no round corners of the card that it was drawn on', async () => {
    const card = await training.one(`
      const card = frame(PINK, 0, 0, 100, 200)
      card.strokes = BLUE
      card.strokeWeight = 8
      card.cornerRadius = 40
      shape(RED, 40, 90, 20, 20, card)
      return card`)
    const places = [
      [0.26, 0.5],
      [0.5, 0.01],
      [0.255, 0.005],
      [0.5, 0.5],
    ] as const
    expect(await training.coloursOf(card, places)).toEqual([PINK, PINK, PINK, RED])
  })
})
