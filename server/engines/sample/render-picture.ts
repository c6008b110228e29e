import sharp from 'sharp'
import type { PictureRequest } from '../engine.ts'
import type { Character } from './character.ts'
import { drawPicture } from './draw/draw-picture.ts'

/** The picture's bytes: exactly as wide and high as requested, sRGB, without metadata. */
export const renderPicture = async (
  character: Character,
  { width, height, format }: Pick<PictureRequest, 'width' | 'height' | 'format'>,
): Promise<Uint8Array> => {
  const picture = sharp(Buffer.from(drawPicture(character, { width, height }))).removeAlpha()
  return format === 'png'
    ? picture.png({ compressionLevel: 3 }).toBuffer()
    : picture.jpeg({ quality: 90 }).toBuffer()
}
