import sharp from 'sharp'
import { drawPicture } from '../../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../../server/engines/sample/parse-brief.ts'
import { PIECE_SIDE } from '../../../../shared/piece.ts'

/** A figurine as the sample engine draws it: all of one style, and another one for each brief and seed. */
export const drawFigurine = (brief: string, seed = 1): Promise<Buffer> => {
  const size = { width: PIECE_SIDE, height: PIECE_SIDE }
  return sharp(Buffer.from(drawPicture(imagine(parseBrief(brief), seed), size, null)))
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer()
}

export const BRIEFS = [
  'woman with long black hair in a red dress',
  'man with a moustache and a brown coat holding a lantern',
  'girl with pigtails and a yellow raincoat',
  'boy with freckles and a green sweater with a dog',
  'pirate captain with a red beard and a black hat',
  'astronaut in a white suit',
  'ballerina in a pink tutu',
  'grandmother with grey bun knitting',
  'knight with a sword and a blue cape',
  'gardener with a straw hat and sunflowers',
  'doctor in a white coat with glasses',
  'surfer in orange shorts with a surfboard',
]
