import sharp from 'sharp'

/** A PNG of one colour. */
export const flatPicture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#d9a88a' } })
    .png()
    .toBuffer()
