import type { Box } from '../../../shared/contract/index.ts'
import type { Raster } from '../raster/raster.ts'

/** Where colour changes in a picture that is looked at from afar, of 255, one byte a pixel. */
export type EdgeMaps = {
  readonly width: number
  readonly height: number
  /** The picture without its grain: red, green and blue of each pixel. */
  readonly soft: Uint8Array
  /** From left to right, across a vertical line. */
  readonly across: Uint8Array
  /** From above to below, across a level line. */
  readonly down: Uint8Array
  /** 1 in the boxes of text. */
  readonly text: Uint8Array
  readonly lines: readonly Box[]
}

/** A mean over 3 × 3 pixels: grain and the noise of JPEG go, edges stay. */
const soften = ({ data, width, height }: Raster): Uint8Array => {
  const rows = new Uint16Array(data.length)
  const soft = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      const left = x > 0 ? at - 3 : at
      const right = x < width - 1 ? at + 3 : at
      for (let c = 0; c < 3; c += 1)
        rows[at + c] = (data[left + c] ?? 0) + (data[at + c] ?? 0) + (data[right + c] ?? 0)
    }
  for (let y = 0; y < height; y += 1) {
    const up = y > 0 ? -width * 3 : 0
    const down = y < height - 1 ? width * 3 : 0
    for (let at = y * width * 3; at < (y + 1) * width * 3; at += 1)
      soft[at] = ((rows[at + up] ?? 0) + (rows[at] ?? 0) + (rows[at + down] ?? 0)) / 9
  }
  return soft
}

export const edgeMaps = (picture: Raster, text: readonly Box[]): EdgeMaps => {
  const { width, height } = picture
  const soft = soften(picture)
  const across = new Uint8Array(width * height)
  const down = new Uint8Array(width * height)
  const change = (a: number, b: number): number =>
    Math.max(
      Math.abs((soft[a] ?? 0) - (soft[b] ?? 0)),
      Math.abs((soft[a + 1] ?? 0) - (soft[b + 1] ?? 0)),
      Math.abs((soft[a + 2] ?? 0) - (soft[b + 2] ?? 0)),
    )
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if (x > 0 && x < width - 1) across[at] = change((at - 1) * 3, (at + 1) * 3)
      if (y > 0 && y < height - 1) down[at] = change((at - width) * 3, (at + width) * 3)
    }
  const written = new Uint8Array(width * height)
  for (const { x, y, w, h } of text)
    for (let row = y; row < y + h; row += 1) written.fill(1, row * width + x, row * width + x + w)
  return { width, height, soft, across, down, text: written, lines: text }
}
