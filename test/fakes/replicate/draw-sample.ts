import sharp from 'sharp'
import type { Underlay } from '../../../server/engines/sample/draw/draw-picture.ts'
import { drawPicture } from '../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../server/engines/sample/parse-brief.ts'
import { encodePicture } from './encode-picture.ts'
import type { JsonObject } from './json-object.ts'
import { applyLook } from './look.ts'
import type { Draw } from './picture.ts'

const underlayOf = ({ image, prompt_strength: cover }: JsonObject): Underlay | null =>
  typeof image === 'string' && image.startsWith('data:') && typeof cover === 'number'
    ? { url: image, cover }
    : null

/** The sample engine's figurine, with its mark and in the look of what was trained: something to look at where a person tries the fake by hand. */
export const drawSample: Draw = async (picture) => {
  const { prompt, seed, index, width, height, format, look, input } = picture
  const character = imagine(parseBrief(prompt), seed + index)
  const svg = drawPicture(character, { width, height }, underlayOf(input))
  const drawn = sharp(Buffer.from(svg)).removeAlpha()
  return encodePicture(await applyLook(drawn, look, Number(input['lora_scale'] ?? 1)), format)
}
