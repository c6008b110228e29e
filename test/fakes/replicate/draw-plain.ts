import sharp from 'sharp'
import { encodePicture } from './encode-picture.ts'
import { applyLook } from './look.ts'
import type { Draw } from './picture.ts'

/** One flat colour, different for every seed and index: as small and quick as a picture can be. */
export const drawPlain: Draw = async ({ width, height, seed, index, format, look, input }) => {
  const hue = (seed * 47 + index * 101) % 360
  const background = `hsl(${hue}, 60%, 60%)`
  const drawn = sharp({ create: { width, height, channels: 3, background } })
  return encodePicture(await applyLook(drawn, look, Number(input['lora_scale'] ?? 1)), format)
}
