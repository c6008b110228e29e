import type { Box } from '../../../shared/contract/index.ts'

/** Pixels as RGB, 8 bit, row by row. */
export type Raster = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export const newRaster = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height * 3),
})

/** A copy of what lies in the box, which lies in the raster. */
export const crop = ({ width, data }: Raster, { x, y, w, h }: Box): Raster => {
  const part = newRaster(w, h)
  for (let row = 0; row < h; row += 1) {
    const start = ((y + row) * width + x) * 3
    part.data.set(data.subarray(start, start + w * 3), row * w * 3)
  }
  return part
}
