import { paintDifference } from './paint-difference.ts'
import { placements } from './placements.ts'

/** Pixels of the longest side: enough to see a difference, and quick. */
const MOST = 1024

export type Difference = {
  /** As large as the left picture is shown, in its place. */
  readonly picture: OffscreenCanvas
  /** Of what both pictures cover, from 0 to 1. */
  readonly share: number
  /** Only a part of each is covered by both. */
  readonly isPart: boolean
}

const context = (width: number, height: number) => {
  const canvas = new OffscreenCanvas(width, height)
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  if (drawing === null) throw new Error('This browser gives no canvas.')
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, width, height)
  return drawing
}

/** How two pictures differ when both lie whole in the same place, on white. */
export const measureDifference = (left: ImageBitmap, right: ImageBitmap): Difference => {
  const shrink = Math.min(1, MOST / Math.max(left.width, left.height))
  const width = Math.max(1, Math.round(left.width * shrink))
  const height = Math.max(1, Math.round(left.height * shrink))
  const before = context(width, height)
  before.drawImage(left, 0, 0, width, height)
  const [, { x, y, scale }] = placements({ width, height }, [left, right], null)
  const size = [right.width * scale, right.height * scale] as const
  const after = context(width, height)
  after.drawImage(right, x, y, ...size)
  const area = [
    Math.round(x),
    Math.round(y),
    ...size.map((side) => Math.max(1, Math.round(side))),
  ] as [number, number, number, number]
  const pixels = before.getImageData(...area)
  const share = paintDifference(pixels.data, after.getImageData(...area).data)
  before.globalAlpha = 0.7
  before.fillRect(0, 0, width, height)
  before.putImageData(pixels, area[0], area[1])
  return { picture: before.canvas, share, isPart: x > 1 || y > 1 }
}
