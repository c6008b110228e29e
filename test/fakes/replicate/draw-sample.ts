import sharp from 'sharp'
import type { Underlay } from '../../../server/engines/sample/draw/draw-picture.ts'
import { drawPicture } from '../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../server/engines/sample/parse-brief.ts'
import { encodePicture } from './encode-picture.ts'
import type { JsonObject } from './json-object.ts'
import type { Draw } from './picture.ts'

const underlayOf = ({ image, prompt_strength: cover }: JsonObject): Underlay | null =>
  typeof image === 'string' && image.startsWith('data:') && typeof cover === 'number'
    ? { url: image, cover }
    : null

/** The sample engine's figurine, with its mark: something to look at where a person tries the fake by hand. */
export const drawSample: Draw = ({ prompt, seed, index, width, height, format, input }) => {
  const character = imagine(parseBrief(prompt), seed + index)
  const svg = drawPicture(character, { width, height }, underlayOf(input))
  return encodePicture(sharp(Buffer.from(svg)).removeAlpha(), format)
}
