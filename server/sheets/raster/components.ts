import type { Box } from '../../../shared/contract/index.ts'

/** One byte a pixel: 1 where something is. */
export type Mask = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export const newMask = (width: number, height: number): Mask => ({
  width,
  height,
  data: new Uint8Array(width * height),
})

/** A connected part of a mask. */
export type Component = {
  /** Its number in `labels`, from 1. */
  readonly label: number
  readonly box: Box
  /** Pixels. */
  readonly area: number
}

export type Components = {
  readonly parts: readonly Component[]
  /** For each pixel the number of its part; 0 is none. */
  readonly labels: Int32Array
}

/** The parts of a mask that hang together, corners included. */
export const componentsOf = ({ width, height, data }: Mask): Components => {
  const labels = new Int32Array(width * height)
  const stack = new Int32Array(width * height)
  const parts: Component[] = []
  for (let start = 0; start < data.length; start += 1) {
    if (data[start] === 0 || labels[start] !== 0) continue
    const label = parts.length + 1
    let [left, top, right, bottom, area, size] = [width, height, 0, 0, 0, 1]
    stack[0] = start
    labels[start] = label
    while (size > 0) {
      size -= 1
      const at = stack[size] ?? 0
      const x = at % width
      const y = (at - x) / width
      area += 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let dy = y > 0 ? -1 : 0; dy <= (y < height - 1 ? 1 : 0); dy += 1)
        for (let dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx += 1) {
          const next = at + dy * width + dx
          if (data[next] === 0 || labels[next] !== 0) continue
          labels[next] = label
          stack[size] = next
          size += 1
        }
    }
    parts.push({ label, area, box: { x: left, y: top, w: right - left + 1, h: bottom - top + 1 } })
  }
  return { parts, labels }
}
