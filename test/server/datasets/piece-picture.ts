import sharp from 'sharp'
import { PIECE_SIDE } from '../../../shared/piece.ts'

/** A plain picture of a piece; another colour is another piece. */
export const piecePicture = (red = 120): Promise<Buffer> =>
  sharp({
    create: {
      width: PIECE_SIDE,
      height: PIECE_SIDE,
      channels: 3,
      background: { r: red, g: 90, b: 60 },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
