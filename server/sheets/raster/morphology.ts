import type { Mask } from './components.ts'
import { newMask } from './components.ts'

/** The mask grown by a square of `radius` pixels to each side. */
export const dilate = ({ width, height, data }: Mask, radius: number): Mask => {
  const rows = new Uint8Array(width * height)
  const grown = newMask(width, height)
  for (let y = 0; y < height; y += 1) {
    let until = -1
    for (let x = 0; x < Math.min(radius, width); x += 1)
      if (data[y * width + x] !== 0) until = x + radius
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width && data[y * width + x + radius] !== 0) until = x + 2 * radius
      if (x <= until) rows[y * width + x] = 1
    }
  }
  for (let x = 0; x < width; x += 1) {
    let until = -1
    for (let y = 0; y < Math.min(radius, height); y += 1)
      if (rows[y * width + x] !== 0) until = y + radius
    for (let y = 0; y < height; y += 1) {
      if (y + radius < height && rows[(y + radius) * width + x] !== 0) until = y + 2 * radius
      if (y <= until) grown.data[y * width + x] = 1
    }
  }
  return grown
}

const inverted = ({ width, height, data }: Mask): Mask => ({
  width,
  height,
  data: data.map((on) => 1 - on),
})

/** The mask shrunk by a square of `radius` pixels from each side. */
export const erode = (mask: Mask, radius: number): Mask => inverted(dilate(inverted(mask), radius))

/** The mask with everything that it encloses: what no way leads to from the edge of the picture. */
export const fillHoles = ({ width, height, data }: Mask): Mask => {
  const filled = newMask(width, height)
  filled.data.fill(1)
  const stack = new Int32Array(width * height)
  let size = 0
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return
    const at = y * width + x
    if (data[at] !== 0 || filled.data[at] === 0) return
    filled.data[at] = 0
    stack[size] = at
    size += 1
  }
  for (let x = 0; x < width; x += 1) {
    visit(x, 0)
    visit(x, height - 1)
  }
  for (let y = 0; y < height; y += 1) {
    visit(0, y)
    visit(width - 1, y)
  }
  while (size > 0) {
    size -= 1
    const at = stack[size] ?? 0
    const x = at % width
    const y = (at - x) / width
    visit(x + 1, y)
    visit(x - 1, y)
    visit(x, y + 1)
    visit(x, y - 1)
  }
  return filled
}
