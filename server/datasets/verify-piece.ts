import { createHash } from 'node:crypto'
import type { Metadata } from 'sharp'
import sharp from 'sharp'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { FileId } from '../../shared/ids.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import { PIECE_SIDE } from '../../shared/piece.ts'

export type PieceFile = {
  /** The SHA-256 of its pixels: red, green and blue of each, row by row. */
  readonly pixels: FileId
  /** The size of the file. */
  readonly bytes: number
}

const refuse = (message: string): AppError =>
  new AppError('invalid_request', `${message} Export it again as a piece; nothing was added.`)

/** Figma and browsers name it so; a profile of another colour space has another name. */
const isSrgb = (profile: Uint8Array): boolean =>
  /s.?R.?G.?B/.test(Buffer.from(profile).toString('latin1'))

/** Why the header is not that of a piece, in words; null where it is. */
const faultOfHeader = (header: ImageHeader | null): string | null => {
  if (header?.type !== 'image/png') return 'A piece is a PNG picture; this is another kind.'
  const { width, height } = header
  return width === PIECE_SIDE && height === PIECE_SIDE
    ? null
    : `A piece has ${PIECE_SIDE} × ${PIECE_SIDE} pixels; this picture has ${width} × ${height}.`
}

const faultOf = ({ depth, space, hasAlpha, icc }: Metadata): string | null => {
  if (hasAlpha) return 'This picture has transparency; a piece has none.'
  if (depth !== 'uchar') return 'This picture has more than 8 bits a channel; a piece has 8.'
  if (space !== 'srgb' || (icc !== undefined && !isSrgb(icc)))
    return 'This picture is not in sRGB colours; a piece is.'
  return null
}

/**
 * What a picture is that can be a piece: a PNG of 1024 × 1024 pixels in sRGB, 8 bits a channel, without alpha. The
 * header is looked at before anything is decoded. Throws AppError `invalid_request` with what is wrong.
 */
export const verifyPiece = async (bytes: Uint8Array): Promise<PieceFile> => {
  const wrong = faultOfHeader(readImageHeader(bytes))
  if (wrong !== null) throw refuse(wrong)
  try {
    const image = sharp(bytes, {
      limitInputPixels: PIECE_SIDE * PIECE_SIDE,
      sequentialRead: true,
      failOn: 'error',
    })
    const fault = faultOf(await image.metadata())
    if (fault !== null) throw refuse(fault)
    const raw = await image.raw().toBuffer()
    return {
      pixels: v.parse(FileId, createHash('sha256').update(raw).digest('hex')),
      bytes: bytes.length,
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'invalid_request',
      'The picture is damaged or incomplete. Export it again.',
      {
        cause: error,
      },
    )
  }
}
