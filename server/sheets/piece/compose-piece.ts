import type { Box } from '../../../shared/contract/index.ts'
import type { CleanedCell } from '../clean/clean-cell.ts'
import type { Raster } from '../raster/raster.ts'
import { newRaster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { drawSurroundings } from './draw-surroundings.ts'

/** The sides of a piece, in pixels. */
export const PIECE_SIDE = 1024

/** Where a cell goes: as large as it can be, in the middle. */
export const placeCell = (cell: { readonly width: number; readonly height: number }): Box => {
  const scale = PIECE_SIDE / Math.max(cell.width, cell.height)
  const w = Math.max(1, Math.round(cell.width * scale))
  const h = Math.max(1, Math.round(cell.height * scale))
  return { x: Math.floor((PIECE_SIDE - w) / 2), y: Math.floor((PIECE_SIDE - h) / 2), w, h }
}

const paste = (onto: Raster, { x, y, w, h }: Box, inner: Raster): void => {
  for (let row = 0; row < h; row += 1) {
    const from = row * w * 3
    onto.data.set(inner.data.subarray(from, from + w * 3), ((y + row) * onto.width + x) * 3)
  }
}

/** A cell as a piece, with its labels and without; around it its background goes on. */
export const composePiece = async (
  cell: Pick<CleanedCell, 'before' | 'after' | 'background' | 'occupied'>,
): Promise<{ readonly before: Raster; readonly after: Raster }> => {
  const placed = placeCell(cell.after)
  const size = { width: placed.w, height: placed.h }
  const inner = await resize(cell.after, size, 'sharp')
  const after = newRaster(PIECE_SIDE, PIECE_SIDE)
  await drawSurroundings(after, placed, { ...cell, inner })
  const before = { ...after, data: after.data.slice() }
  paste(after, placed, inner)
  paste(before, placed, await resize(cell.before, size, 'sharp'))
  return { before, after }
}
