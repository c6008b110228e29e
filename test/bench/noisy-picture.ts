import sharp from 'sharp'

/** About 1 MB as PNG, as a model's pictures are: a plain ground with a little grain, 1024² pixels. */
export const noisyPicture = (): Promise<Uint8Array> =>
  sharp({
    create: {
      width: 1024,
      height: 1024,
      channels: 3,
      background: 'tan',
      noise: { type: 'gaussian', mean: 160, sigma: 1.5 },
    },
  })
    .png()
    .toBuffer()
