import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { PIECE_SIDE } from '../../../../shared/piece.ts'

type Change = (picture: Uint8Array) => Promise<Buffer>

const fit = (image: Sharp): Promise<Buffer> =>
  image.resize(PIECE_SIDE, PIECE_SIDE, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer()

/** Shares of the side that go, at each of them. */
const crop =
  (left: number, top: number, right: number, bottom: number): Change =>
  (picture) =>
    fit(
      sharp(picture).extract({
        left: Math.round(left * PIECE_SIDE),
        top: Math.round(top * PIECE_SIDE),
        width: Math.round((1 - left - right) * PIECE_SIDE),
        height: Math.round((1 - top - bottom) * PIECE_SIDE),
      }),
    )

const mirror: Change = (picture) => sharp(picture).flop().png().toBuffer()

/** What people do to a picture so that it is another file, and the same picture. */
export const COPIES: Readonly<Record<string, Change>> = {
  mirrored: mirror,
  cropped: crop(0.08, 0.08, 0.08, 0.08),
  croppedAtOneCorner: crop(0.1, 0, 0, 0.1),
  mirroredAndCropped: async (picture) => crop(0.05, 0.08, 0.03, 0)(await mirror(picture)),
  packedAgain: (picture) => sharp(picture).jpeg({ quality: 55 }).toBuffer(),
  lighter: (picture) => sharp(picture).modulate({ brightness: 1.08 }).png().toBuffer(),
  warmer: (picture) => sharp(picture).modulate({ hue: 8, saturation: 1.1 }).png().toBuffer(),
  shrunkInBetween: async (picture) => fit(sharp(await sharp(picture).resize(400).toBuffer())),
}
