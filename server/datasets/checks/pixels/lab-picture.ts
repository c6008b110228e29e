import sharp from 'sharp'

/** The side of the square that pictures are looked at in, in pixels. */
export const LOOK = 256
const CHANNELS = 3

/** A picture stretched to 256 × 256 pixels in CIE L*a*b*: three numbers a pixel, row by row. */
export type LabPicture = Float32Array

/** Distances in it are ΔE*ab (CIE 1976): about 2 can just be seen. */
export const readLab = async (bytes: Uint8Array): Promise<LabPicture> => {
  const { data } = await sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(LOOK, LOOK, { fit: 'fill', kernel: 'lanczos2' })
    .toColourspace('lab')
    .raw({ depth: 'float' })
    .toBuffer({ resolveWithObject: true })
  return new Float32Array(data.buffer, data.byteOffset, LOOK * LOOK * CHANNELS)
}
