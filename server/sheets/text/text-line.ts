import type { Box } from '../../../shared/contract/index.ts'

/** A line of text that lies at any angle. */
export type TextLine = {
  /** Its middle. */
  readonly x: number
  readonly y: number
  /** Along the line and across it. */
  readonly length: number
  readonly thickness: number
  /** Of its direction to the right, in radians: 0 is level, a positive one points down. */
  readonly angle: number
  /** How sure the detector is, from 0 to 1. */
  readonly score: number
}

/** The upright box around a line. */
export const boxOfLine = (
  { x, y, length, thickness, angle }: TextLine,
  within: { readonly width: number; readonly height: number },
): Box => {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const w = length * cos + thickness * sin
  const h = length * sin + thickness * cos
  const left = Math.max(0, Math.min(within.width - 1, Math.floor(x - w / 2)))
  const top = Math.max(0, Math.min(within.height - 1, Math.floor(y - h / 2)))
  return {
    x: left,
    y: top,
    w: Math.max(1, Math.min(within.width, Math.ceil(x + w / 2)) - left),
    h: Math.max(1, Math.min(within.height, Math.ceil(y + h / 2)) - top),
  }
}

/** Whether a pixel lies in a line. */
export const isInLine = (
  { x, y, length, thickness, angle }: TextLine,
  px: number,
  py: number,
): boolean => {
  const [dx, dy] = [px + 0.5 - x, py + 0.5 - y]
  const along = dx * Math.cos(angle) + dy * Math.sin(angle)
  const across = -dx * Math.sin(angle) + dy * Math.cos(angle)
  return Math.abs(along) <= length / 2 && Math.abs(across) <= thickness / 2
}

/** The same line in another picture: cut out at `x`, `y` of this one. */
export const moveLine = (line: TextLine, x: number, y: number): TextLine => ({
  ...line,
  x: line.x - x,
  y: line.y - y,
})
