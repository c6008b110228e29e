import type { Box } from '../../../shared/contract/index.ts'
import type { Mask } from '../raster/components.ts'
import { componentsOf } from '../raster/components.ts'
import { dilate } from '../raster/morphology.ts'
import type { Raster } from '../raster/raster.ts'
import type { Background } from './background.ts'
import { findTexture } from './find-texture.ts'

/** Around what is filled, so many pixels are needed to go on from. */
const RING = 3
const ROUNDS = 160
/** Over-relaxation, between 1 and 2: how far each step goes. */
const STEP = 1.86
/** A background whose texture goes further has its texture made again, too. */
const PLAIN = 4
/** Of 255: a texture that goes further, and fits so badly around a hole, shows where it was. */
const BUSY = 12
const MISFIT = 9

/** Laplace's equation in a hole: its value is the mean of its neighbours', those around it are known. */
const relax = (values: Float32Array, isHole: Uint8Array, w: number, h: number): void => {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0
    for (let y = 0; y < h; y += 1)
      for (let x = 0; x < w; x += 1) {
        const at = y * w + x
        if (isHole[at] !== 1) continue
        let [sum, count] = [0, 0]
        const add = (next: number) => {
          if (isHole[next] === 2) return
          sum += values[next] ?? 0
          count += 1
        }
        if (x > 0) add(at - 1)
        if (x < w - 1) add(at + 1)
        if (y > 0) add(at - w)
        if (y < h - 1) add(at + w)
        if (count === 0) continue
        const step = STEP * (sum / count - (values[at] ?? 0))
        values[at] = (values[at] ?? 0) + step
        moved = Math.max(moved, Math.abs(step))
      }
    if (moved < 0.05) return
  }
}

const grownBox = ({ x, y, w, h }: Box, by: number, { width, height }: Raster): Box => {
  const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)]
  return {
    x: left,
    y: top,
    w: Math.min(width, x + w + by) - left,
    h: Math.min(height, y + h + by) - top,
  }
}

/**
 * Paints the background over the pixels of `holes`, in place: its smooth colours, with the differences around each hole
 * led into it, and its texture from the place nearby that fits best. Pixels of `avoid` are no background: nothing is
 * taken from them. Answers with the boxes where the texture is too busy for that: the place can be seen.
 */
export const fill = (cell: Raster, background: Background, holes: Mask, avoid: Mask): Box[] => {
  const visible: Box[] = []
  const { width, data } = cell
  const { base } = background
  for (const { box } of componentsOf(dilate(holes, RING)).parts) {
    const area = grownBox(box, RING, cell)
    const isHole = new Uint8Array(area.w * area.h)
    for (let y = 0; y < area.h; y += 1)
      for (let x = 0; x < area.w; x += 1) {
        const at = (area.y + y) * width + area.x + x
        if (holes.data[at] === 1) isHole[y * area.w + x] = 1
        else if (avoid.data[at] === 1) isHole[y * area.w + x] = 2
      }
    const found =
      background.texture > PLAIN ? findTexture(cell, background, area, holes, avoid) : null
    const texture = found?.texture ?? null
    if (background.texture > BUSY && (found?.misfit ?? Infinity) > MISFIT) visible.push(box)
    for (let c = 0; c < 3; c += 1) {
      const values = new Float32Array(area.w * area.h)
      for (let y = 0; y < area.h; y += 1)
        for (let x = 0; x < area.w; x += 1) {
          const at = ((area.y + y) * width + area.x + x) * 3 + c
          const off = (data[at] ?? 0) - (base.data[at] ?? 0)
          // Texture is no difference to lead on.
          values[y * area.w + x] = isHole[y * area.w + x] === 0 && texture === null ? off : 0
        }
      if (texture === null) relax(values, isHole, area.w, area.h)
      for (let y = 0; y < area.h; y += 1)
        for (let x = 0; x < area.w; x += 1) {
          if (isHole[y * area.w + x] !== 1) continue
          const at = ((area.y + y) * width + area.x + x) * 3 + c
          const more = texture?.[(y * area.w + x) * 3 + c] ?? 0
          const value = (base.data[at] ?? 0) + (values[y * area.w + x] ?? 0) + more
          data[at] = Math.max(0, Math.min(255, Math.round(value)))
        }
    }
  }
  return visible
}
