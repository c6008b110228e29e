import type { Component, Components } from '../raster/components.ts'
import { median } from '../raster/median.ts'
import type { Raster } from '../raster/raster.ts'

/** With more parts than these, most are a pattern's: those up to so many times the middle one's size and of its colour. */
const PATTERN = { parts: 60, times: 3, apart: 64 }

type Colour = readonly [number, number, number]

const colourOf = ({ data, width }: Raster, labels: Int32Array, { label, box, area }: Component) => {
  const sum: [number, number, number] = [0, 0, 0]
  for (let y = box.y; y < box.y + box.h; y += 1)
    for (let x = box.x; x < box.x + box.w; x += 1) {
      const at = y * width + x
      if (labels[at] !== label) continue
      sum[0] += data[at * 3] ?? 0
      sum[1] += data[at * 3 + 1] ?? 0
      sum[2] += data[at * 3 + 2] ?? 0
    }
  return [sum[0] / area, sum[1] / area, sum[2] / area] as const
}

const distance = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]))

/** Without the dots of a background's pattern, which are many and alike in size and colour. */
export const withoutPattern = (
  cell: Raster,
  { labels }: Components,
  parts: readonly Component[],
): readonly Component[] => {
  if (parts.length <= PATTERN.parts) return parts
  const size = median(parts.map(({ area }) => area))
  const coloured = parts.map((part) => ({ part, colour: colourOf(cell, labels, part) }))
  const usual: Colour = [
    median(coloured.map(({ colour }) => colour[0])),
    median(coloured.map(({ colour }) => colour[1])),
    median(coloured.map(({ colour }) => colour[2])),
  ]
  return coloured
    .filter(
      ({ part, colour }) =>
        part.area > PATTERN.times * size || distance(colour, usual) > PATTERN.apart,
    )
    .map(({ part }) => part)
}
