import type { Size } from '../../../shared/aspect-ratio.ts'
import { AppError } from '../../../shared/errors.ts'
import { readImageHeader } from '../../../shared/image-header.ts'
import { isWholePng } from './is-whole-png.ts'

/** Pixels a side that Figma takes (developers.figma.com: figma.createImage). */
const LIMIT = 4096

/**
 * Hands a picture's bytes to Figma; answers with its image hash and its size in pixels. Checks first, because Figma's
 * own errors say less. Throws `canvas_failed` in words.
 */
export const readPicture = (bytes: Uint8Array): Size & { readonly imageHash: string } => {
  const header = readImageHeader(bytes)
  if (header === null || (header.type === 'image/png' && !isWholePng(bytes)))
    throw new AppError(
      'canvas_failed',
      'This picture arrived damaged, so Figma cannot show it. Place it again from "Unplaced".',
    )
  const { width, height } = header
  if (Math.max(width, height) > LIMIT)
    throw new AppError(
      'canvas_failed',
      `This picture is ${width} × ${height} pixels, and Figma takes at most ${LIMIT} a side. Draft a smaller one.`,
    )
  try {
    return { imageHash: figma.createImage(bytes).hash, width, height }
  } catch (cause) {
    throw new AppError(
      'canvas_failed',
      'Figma did not take this picture. Place it again from "Unplaced".',
      { cause },
    )
  }
}
