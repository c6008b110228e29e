import sharp from 'sharp'
import type { Raster } from './raster.ts'

/** The same picture at another size; `soft` for a look from afar, `sharp` for what is kept. */
export const resize = async (
  { data, width, height }: Raster,
  to: { readonly width: number; readonly height: number },
  kernel: 'soft' | 'sharp' = 'soft',
): Promise<Raster> => {
  if (to.width === width && to.height === height) return { data, width, height }
  const resized = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(to.width, to.height, { fit: 'fill', kernel: kernel === 'soft' ? 'linear' : 'lanczos3' })
    .raw()
    .toBuffer()
  return { data: resized, width: to.width, height: to.height }
}
