import type { Box } from '../../../shared/contract/index.ts'
import type { Mask } from '../raster/components.ts'
import type { Raster } from '../raster/raster.ts'
import type { Background } from './background.ts'

/** Places that are tried, first far apart and then around the best. */
const TRIES = 600
/** So far around the best of them, every second pixel is tried: the steps of most patterns. */
const NEAR = 34
/** How many pixels around a hole are compared. */
const SAMPLES = 500

export type Texture = { readonly texture: Int16Array; readonly misfit: number }

/**
 * The texture for an area with holes, as differences from the smooth background: that of another place in the cell,
 * whose texture fits what is around the holes best. So dots stay in their rows; `misfit` is how far, of 255, it is from
 * what is around them. Null where no place is free.
 */
export const findTexture = (
  cell: Raster,
  { base }: Background,
  area: Box,
  holes: Mask,
  avoid: Mask,
): Texture | null => {
  const { width, height, data } = cell
  const isFree = (at: number) => holes.data[at] === 0 && avoid.data[at] === 0
  const around: number[] = []
  const inside: number[] = []
  for (let y = 0; y < area.h; y += 1)
    for (let x = 0; x < area.w; x += 1) {
      const at = (area.y + y) * width + area.x + x
      if (isFree(at)) around.push(at)
      else if (holes.data[at] === 1) inside.push(at)
    }
  const thin = (list: number[], count: number) => {
    const every = Math.max(1, Math.floor(list.length / count))
    return list.filter((_, index) => index % every === 0)
  }
  const ring = thin(around, SAMPLES)
  const core = thin(inside, 120)
  const textureAt = (at: number, c: number) =>
    (data[at * 3 + c] ?? 0) - (base.data[at * 3 + c] ?? 0)
  const misfit = (dx: number, dy: number, best: number): number => {
    if (area.x + dx < 0 || area.y + dy < 0) return Infinity
    if (area.x + dx + area.w > width || area.y + dy + area.h > height) return Infinity
    const by = dy * width + dx
    for (const at of core) if (!isFree(at + by)) return Infinity
    let sum = 0
    for (const at of ring) {
      if (!isFree(at + by)) sum += 900
      else
        for (let c = 0; c < 3; c += 1) {
          const off = textureAt(at, c) - textureAt(at + by, c)
          sum += off * off
        }
      if (sum >= best) return Infinity
    }
    return sum
  }
  let best = { dx: 0, dy: 0, sum: Infinity }
  const look = (dx: number, dy: number) => {
    const sum = misfit(dx, dy, best.sum)
    if (sum < best.sum) best = { dx, dy, sum }
  }
  const step = Math.max(2, Math.round(Math.sqrt((width * height) / TRIES)))
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) look(x - area.x, y - area.y)
  if (best.sum === Infinity) return null
  for (const [reach, by] of [
    [NEAR, 2],
    [2, 1],
  ] as const) {
    const { dx, dy } = best
    for (let y = -reach; y <= reach; y += by)
      for (let x = -reach; x <= reach; x += by) look(dx + x, dy + y)
  }
  const texture = new Int16Array(area.w * area.h * 3)
  const by = best.dy * width + best.dx
  for (let y = 0; y < area.h; y += 1)
    for (let x = 0; x < area.w; x += 1) {
      const at = (area.y + y) * width + area.x + x + by
      if (!isFree(at)) continue
      for (let c = 0; c < 3; c += 1) texture[(y * area.w + x) * 3 + c] = textureAt(at, c)
    }
  return { texture, misfit: Math.sqrt(best.sum / Math.max(1, 3 * ring.length)) }
}
