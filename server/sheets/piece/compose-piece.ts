import type { Box } from '../../../shared/contract/index.ts'
import type { Background } from '../clean/background.ts'
import type { Raster } from '../raster/raster.ts'
import { newRaster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'

/** The sides of a piece, in pixels. */
export const PIECE_SIDE = 1024

/** Where a cell goes: as large as it can be, in the middle. */
export const placeCell = (cell: { readonly width: number; readonly height: number }): Box => {
  const scale = PIECE_SIDE / Math.max(cell.width, cell.height)
  const w = Math.max(1, Math.round(cell.width * scale))
  const h = Math.max(1, Math.round(cell.height * scale))
  return { x: Math.floor((PIECE_SIDE - w) / 2), y: Math.floor((PIECE_SIDE - h) / 2), w, h }
}

/** The same place, mirrored at the edge where it lies outside of 0 up to `length`. */
const mirrored = (at: number, length: number): number => {
  const period = 2 * length
  const within = ((at % period) + period) % period
  return within < length ? within : period - 1 - within
}

/**
 * A cell as a piece. Around it its background goes on: the smooth colours of its edge, and the texture mirrored at the
 * edge, without what stands there.
 */
export const composePiece = async (cell: Raster, background: Background): Promise<Raster> => {
  const placed = placeCell(cell)
  const size = { width: placed.w, height: placed.h }
  const inner = await resize(cell, size, 'sharp')
  const base = await resize(background.base, size)
  const piece = newRaster(PIECE_SIDE, PIECE_SIDE)
  const limit = background.texture + 6
  for (let y = 0; y < PIECE_SIDE; y += 1)
    for (let x = 0; x < PIECE_SIDE; x += 1) {
      const [u, v] = [x - placed.x, y - placed.y]
      const to = (y * PIECE_SIDE + x) * 3
      const isInside = u >= 0 && v >= 0 && u < placed.w && v < placed.h
      const edge =
        (Math.max(0, Math.min(placed.h - 1, v)) * placed.w +
          Math.max(0, Math.min(placed.w - 1, u))) *
        3
      const from = (mirrored(v, placed.h) * placed.w + mirrored(u, placed.w)) * 3
      for (let c = 0; c < 3; c += 1) {
        if (isInside) {
          piece.data[to + c] = inner.data[edge + c] ?? 0
          continue
        }
        const texture = (inner.data[from + c] ?? 0) - (base.data[from + c] ?? 0)
        const isTexture = Math.abs(texture) <= limit
        const value = (base.data[edge + c] ?? 0) + (isTexture ? texture : 0)
        piece.data[to + c] = Math.max(0, Math.min(255, value))
      }
    }
  return piece
}
