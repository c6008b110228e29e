import type { Size } from '../../../shared/aspect-ratio.ts'
import { AppError } from '../../../shared/errors.ts'
import { readImageHeader } from '../../../shared/image-header.ts'

/** Pixels a side that Figma takes (developers.figma.com: figma.createImage). */
const LIMIT = 4096

const refusal = (words: string, cause?: unknown): AppError =>
  new AppError('canvas_failed', `${words} It is kept on the proxy; draft it again to go on.`, {
    cause,
  })

/**
 * Hands a picture's bytes to Figma; answers with its image hash and its size in pixels. The header is checked first, because Figma's own
 * errors say less. Throws `canvas_failed` in words.
 */
export const readPicture = (bytes: Uint8Array): Size & { readonly imageHash: string } => {
  const header = readImageHeader(bytes)
  if (header === null)
    throw refusal('This picture is damaged: Figma takes whole PNG and JPEG pictures.')
  if (Math.max(header.width, header.height) > LIMIT)
    throw refusal(
      `This picture has ${header.width} × ${header.height} pixels; Figma takes at most ${LIMIT} a side.`,
    )
  try {
    return { imageHash: figma.createImage(bytes).hash, width: header.width, height: header.height }
  } catch (error) {
    throw refusal('Figma did not take this picture.', error)
  }
}
