import sharp from 'sharp'
import { drawPicture } from '../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../server/engines/sample/parse-brief.ts'
import { encodePicture } from './encode-picture.ts'
import type { Draw } from './picture.ts'

/** The sample engine's figurine, with its mark: something to look at where a person tries the fake by hand. */
export const drawSample: Draw = ({ prompt, seed, index, width, height, format }) => {
  const svg = drawPicture(imagine(parseBrief(prompt), seed + index), { width, height })
  return encodePicture(sharp(Buffer.from(svg)).removeAlpha(), format)
}
