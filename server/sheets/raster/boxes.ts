import type { Box } from '../../../shared/contract/index.ts'

/** A box in a picture that is `fx` times as wide and `fy` times as high; it keeps at least one pixel. */
export const scaled = ({ x, y, w, h }: Box, fx: number, fy: number): Box => {
  const [left, top] = [Math.round(x * fx), Math.round(y * fy)]
  return {
    x: left,
    y: top,
    w: Math.max(1, Math.round((x + w) * fx) - left),
    h: Math.max(1, Math.round((y + h) * fy) - top),
  }
}

/** Whether another box shares a pixel with this one. */
export const meets =
  (a: Box) =>
  (b: Box): boolean =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** The smallest box around two. */
export const union = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}

/** What of a box lies in a picture; at least its nearest pixel. */
export const within = (
  { x, y, w, h }: Box,
  picture: { readonly width: number; readonly height: number },
): Box => {
  const left = Math.max(0, Math.min(x, picture.width - 1))
  const top = Math.max(0, Math.min(y, picture.height - 1))
  return {
    x: left,
    y: top,
    w: Math.max(1, Math.min(x + w, picture.width) - left),
    h: Math.max(1, Math.min(y + h, picture.height) - top),
  }
}

export const contains = ({ x, y, w, h }: Box, px: number, py: number): boolean =>
  px >= x && px < x + w && py >= y && py < y + h
