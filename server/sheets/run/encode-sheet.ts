import sharp from 'sharp'
import type { MadePiece, MadeSheet } from '../clean-sheet.ts'
import type { Raster } from '../raster/raster.ts'

/** The longest side of a preview, in pixels. */
const PREVIEW_SIDE = 2048
const QUALITY = 90

export type EncodedPiece = Omit<MadePiece, 'after' | 'before'> & {
  /** PNG, 8 bit sRGB without alpha. */
  readonly after: Uint8Array
  /** JPEG. */
  readonly before: Uint8Array
}

/** A cleaned sheet with its pictures as files. */
export type EncodedSheet = Omit<MadeSheet, 'pieces' | 'page'> & {
  readonly preview: { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  readonly pieces: readonly EncodedPiece[]
}

const from = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 3 } })

const jpeg = (picture: Raster): Promise<Uint8Array> =>
  from(picture).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer()

const previewOf = async (page: Raster): Promise<EncodedSheet['preview']> => {
  const { data, info } = await from(page)
    .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

export const encodeSheet = async ({
  page,
  pieces,
  ...sheet
}: MadeSheet): Promise<EncodedSheet> => ({
  ...sheet,
  preview: await previewOf(page),
  pieces: await Promise.all(
    pieces.map(async ({ after, before, ...piece }) => ({
      ...piece,
      after: await from(after).png({ compressionLevel: 6 }).toBuffer(),
      before: await jpeg(before),
    })),
  ),
})
