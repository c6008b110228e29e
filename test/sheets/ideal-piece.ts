import type { MadePiece } from '../../server/sheets/clean-sheet.ts'
import { dilate } from '../../server/sheets/raster/morphology.ts'
import type { Raster } from '../../server/sheets/raster/raster.ts'
import { crop } from '../../server/sheets/raster/raster.ts'
import { resize } from '../../server/sheets/raster/resize.ts'
import type { CellTruth } from './sheet-truth.ts'

/** A cell's outermost pixels, half of the line around it among them, are no part of what must stay. */
const RIM = 4

/** The piece as it should be, and for each of its pixels: 1 a label's, 2 near a label or at a round corner, 0 neither. */
export const idealPiece = async (page: Raster, truth: CellTruth, piece: MadePiece) => {
  const { cell, placed } = piece
  const { rect } = truth
  const own = crop(page, cell)
  const mask = { width: rect.w, height: rect.h, data: truth.labelMask }
  const wide = dilate(mask, 6).data
  const near = dilate(mask, 2).data
  for (let y = 0; y < cell.h; y += 1)
    for (let x = 0; x < cell.w; x += 1) {
      const [u, v] = [cell.x + x - rect.x, cell.y + y - rect.y]
      if (u < 0 || v < 0 || u >= rect.w || v >= rect.h || wide[v * rect.w + u] !== 1) continue
      for (let c = 0; c < 3; c += 1)
        own.data[(y * cell.w + x) * 3 + c] = truth.clean[(v * rect.w + u) * 3 + c] ?? 0
    }
  const inner = await resize(own, { width: placed.w, height: placed.h }, 'sharp')
  const kind = new Uint8Array(placed.w * placed.h)
  const at = (x: number, y: number) => ({
    u: Math.floor(((x + 0.5) * cell.w) / placed.w) + cell.x - rect.x,
    v: Math.floor(((y + 0.5) * cell.h) / placed.h) + cell.y - rect.y,
  })
  const corner = truth.rounded === 0 ? 0 : truth.rounded + 12
  for (let y = 0; y < placed.h; y += 1)
    for (let x = 0; x < placed.w; x += 1) {
      const { u, v } = at(x, y)
      if (Math.min(u, v, rect.w - 1 - u, rect.h - 1 - v) < RIM) kind[y * placed.w + x] = 2
      else if (truth.labelMask[v * rect.w + u] === 1) kind[y * placed.w + x] = 1
      else if (near[v * rect.w + u] === 1) kind[y * placed.w + x] = 2
      else if (Math.min(u, rect.w - u) < corner && Math.min(v, rect.h - v) < corner)
        kind[y * placed.w + x] = 2
    }
  return { inner, kind, at }
}
