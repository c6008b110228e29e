import type { Box } from '../../../shared/contract/index.ts'
import type { Random } from './draw.ts'
import { between, pick } from './draw.ts'

export const ARRANGEMENTS = [
  'one',
  'row',
  'grid',
  'uneven columns',
  'uneven rows',
  'tall left',
  'wide top',
] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** Parts of a length that add up to it, with gaps between them; `spread` 0 is all the same. */
const split = (random: Random, length: number, count: number, gap: number, spread: number) => {
  const weights = Array.from({ length: count }, () => 1 + between(random, -spread, spread))
  const sum = weights.reduce((total, weight) => total + weight)
  const free = length - gap * (count - 1)
  let at = 0
  return weights.map((weight, index) => {
    const size = index === count - 1 ? length - at : Math.round((free * weight) / sum)
    const part = { at, size }
    at += size + gap
    return part
  })
}

const grid = (
  random: Random,
  area: Box,
  rows: number,
  columns: number,
  gap: number,
  spread: [number, number],
): Box[] => {
  const across = split(random, area.w, columns, gap, spread[0])
  return split(random, area.h, rows, gap, spread[1]).flatMap(({ at: y, size: h }) =>
    across.map(({ at: x, size: w }) => ({ x: area.x + x, y: area.y + y, w, h })),
  )
}

/** The cells of a sheet in an area, `gap` pixels apart: from one to nine. */
export const layOut = (random: Random, arrangement: Arrangement, area: Box, gap: number): Box[] => {
  switch (arrangement) {
    case 'one':
      return [area]
    case 'row':
      return grid(random, area, 1, pick(random, [2, 3, 4]), gap, [0, 0])
    case 'grid': {
      const [rows, columns] = pick<readonly [number, number]>(random, [
        [2, 2],
        [2, 3],
        [3, 3],
        [2, 4],
        [3, 2],
      ])
      return grid(random, area, rows, columns, gap, [0, 0])
    }
    case 'uneven columns':
      return grid(random, area, pick(random, [1, 2]), pick(random, [2, 3]), gap, [0.3, 0])
    case 'uneven rows':
      return grid(random, area, 2, pick(random, [2, 3]), gap, [0.15, 0.25])
    case 'tall left': {
      const [left, right] = split(random, area.w, 2, gap, 0.15)
      const tall = { ...area, w: left!.size }
      const rest = { ...area, x: area.x + right!.at, w: right!.size }
      return [tall, ...grid(random, rest, 2, 1, gap, [0, 0.1])]
    }
    case 'wide top': {
      const [top, bottom] = split(random, area.h, 2, gap, 0.1)
      const wide = { ...area, h: top!.size }
      const rest = { ...area, y: area.y + bottom!.at, h: bottom!.size }
      return [wide, ...grid(random, rest, 1, pick(random, [2, 3]), gap, [0, 0])]
    }
  }
}
