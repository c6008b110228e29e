import type { Metadata } from 'sharp'
import sharp from 'sharp'
import { SIDE_LIMIT } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PieceMark } from '../../../shared/piece.ts'
import { PIECE_SIDE } from '../../../shared/piece.ts'
import type { PieceFile } from '../verify-piece.ts'
import { verifyPiece } from '../verify-piece.ts'
import { edgeColour } from './edge-colour.ts'

export type PiecePicture = PieceFile & {
  /** The picture as it came where it is a piece already. */
  readonly picture: Uint8Array
  readonly marks: readonly PieceMark[]
  readonly enlarged: number
  readonly padding: number
}

const FORMATS: readonly (string | undefined)[] = ['png', 'jpeg', 'webp']

const convert = async (
  bytes: Uint8Array,
  { hasAlpha, autoOrient: { width, height } }: Metadata,
): Promise<Omit<PiecePicture, keyof PieceFile>> => {
  const background = await edgeColour(bytes)
  const picture = await sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize(PIECE_SIDE, PIECE_SIDE, { fit: 'contain', background, kernel: 'lanczos3' })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const isSquare = short === long
  const marks: PieceMark[] = [
    ...(long === PIECE_SIDE ? [] : (['fitted'] as const)),
    ...(isSquare ? [] : (['padded'] as const)),
    ...(hasAlpha ? (['flattened'] as const) : []),
  ]
  return { picture, marks, enlarged: PIECE_SIDE / long, padding: 1 - short / long }
}

/**
 * Any PNG, JPEG or WebP as the picture of a piece: as it is where it is one, otherwise upright, in sRGB, on white where
 * it is clear, fitted whole and padded with the colour of its edge. Throws AppError `invalid_request`.
 */
export const toPiecePicture = async (bytes: Uint8Array): Promise<PiecePicture> => {
  const refuse = (message: string, cause?: unknown) =>
    new AppError('invalid_request', message, { cause })
  try {
    const metadata = await sharp(bytes).metadata()
    const { width, height, format, pages = 1 } = metadata
    if (!FORMATS.includes(format)) throw refuse('It is not a PNG, JPEG or WebP picture.')
    if (pages > 1) throw refuse('It is animated.')
    if (Math.max(width, height) > SIDE_LIMIT)
      throw refuse(`It is ${width} × ${height} pixels; the longest side may have ${SIDE_LIMIT}.`)
    try {
      const known = await verifyPiece(bytes)
      return { ...known, picture: bytes, marks: [], enlarged: 1, padding: 0 }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
    const converted = await convert(bytes, metadata)
    return { ...converted, ...(await verifyPiece(converted.picture)) }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse('It is damaged or incomplete.', error)
  }
}
