import sharp from 'sharp'
import type { Size } from '../../shared/aspect-ratio.ts'

/** The size, in pixels, that a picture has once it is turned as its camera says. Rejects for damaged bytes. */
export const uprightSize = async (bytes: Uint8Array): Promise<Size> =>
  (await sharp(bytes).metadata()).autoOrient
