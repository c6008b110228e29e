import { expect, it } from 'vitest'
import { openPlugin } from '../open-plugin.ts'
import { coloursOf } from '../../../../plugin/main/canvas/read-colours.ts'

const solid = (r: number, g: number, b: number, visible = true) =>
  ({ type: 'SOLID', color: { r, g, b }, visible }) as const

it('takes each plain colour that a style shows once', () => {
  expect(
    coloursOf([
      { paints: [solid(1, 0.5, 0)] },
      { paints: [solid(0, 0, 0, false), { type: 'IMAGE', scaleMode: 'FILL', imageHash: null }] },
      { paints: [solid(1, 0.5, 0), solid(0.02, 0, 1)] },
    ]),
  ).toEqual(['#ff8000', '#0500ff'])
})

it('is nothing in a file without colour styles', async () => {
  const { canvas } = await openPlugin()
  expect(await canvas.readColours()).toEqual([])
})
