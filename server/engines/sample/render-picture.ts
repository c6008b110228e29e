import sharp from 'sharp'
import type { PictureRequest } from '../engine.ts'
import type { Character } from './character.ts'
import type { Underlay } from './draw/draw-picture.ts'
import { drawPicture } from './draw/draw-picture.ts'

/** The picture's bytes: exactly as wide and high as requested, sRGB, without metadata. */
export const renderPicture = async (
  character: Character,
  { width, height, format }: Pick<PictureRequest, 'width' | 'height' | 'format'>,
  underlay: Underlay | null,
): Promise<Uint8Array> => {
  const svg = drawPicture(character, { width, height }, underlay)
  const picture = sharp(Buffer.from(svg)).removeAlpha()
  return format === 'png'
    ? picture.png({ compressionLevel: 3 }).toBuffer()
    : picture.jpeg({ quality: 90 }).toBuffer()
}
