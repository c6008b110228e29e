import sharp from 'sharp'
import { encodePicture } from './encode-picture.ts'
import type { Draw } from './picture.ts'

/** One flat colour, different for every seed and index: as small and quick as a picture can be. */
export const drawPlain: Draw = ({ width, height, seed, index, format }) => {
  const hue = (seed * 47 + index * 101) % 360
  const background = `hsl(${hue}, 60%, 60%)`
  return encodePicture(sharp({ create: { width, height, channels: 3, background } }), format)
}
