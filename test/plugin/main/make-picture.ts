import sharp from 'sharp'

/** A one-coloured PNG. */
export const makePicture = async ({ width = 64, height = 64, background = 'teal' } = {}): Promise<
  Uint8Array<ArrayBuffer>
> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  )
