import type { Box } from '../../shared/contract/index.ts'

export const areaOf = ({ w, h }: Box): number => w * h

/** The pixels that two boxes share. */
export const overlapOf = (a: Box, b: Box): number => {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  return w > 0 && h > 0 ? w * h : 0
}

/** Intersection over union. */
export const iouOf = (a: Box, b: Box): number => {
  const both = overlapOf(a, b)
  return both / (areaOf(a) + areaOf(b) - both)
}
