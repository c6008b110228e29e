import type { Size } from '../../../../shared/aspect-ratio.ts'
import { SIDE_LIMIT } from '../../../../shared/contract/files.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'

export type Picture = Size & { readonly name: string; readonly bytes: Uint8Array }

/** The largest picture that is decoded at all, in pixels: half a gigabyte of memory. */
const PIXEL_LIMIT = 128 * 1024 * 1024

const nameOf = (file: File): string => file.name.replace(/\.\w+$/, '') || 'Picture'

const redraw = async (bitmap: ImageBitmap, type: string): Promise<Uint8Array> => {
  const scale = Math.min(1, SIDE_LIMIT / Math.max(bitmap.width, bitmap.height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  const canvas = new OffscreenCanvas(side(bitmap.width), side(bitmap.height))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot redraw pictures.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({
    type: type === 'image/jpeg' ? type : 'image/png',
    quality: 0.92,
  })
  return blob.bytes()
}

/**
 * A picture that Figma's canvas takes: PNG or JPEG bytes as they are, anything else that the browser can show redrawn;
 * the longest side no more than 4,096 px. Throws with words for the person.
 */
export const readPicture = async (file: File): Promise<Picture> => {
  const original = await file.bytes()
  const header = readImageHeader(original)
  if (header !== null && header.width * header.height > PIXEL_LIMIT)
    throw new Error(`“${file.name}” is too large to open. Make it smaller and drop it again.`)
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new Error(`“${file.name}” is not a picture that can be read here. Try a PNG or a JPEG.`, {
      cause,
    })
  })
  // A photo that its camera turned has other sides than its header states: redrawn, it stands upright everywhere.
  const isPlain = header?.width === bitmap.width && header.height === bitmap.height
  const fits = Math.max(bitmap.width, bitmap.height) <= SIDE_LIMIT
  const bytes = isPlain && fits ? original : await redraw(bitmap, file.type)
  bitmap.close()
  const size = readImageHeader(bytes)
  if (size === null) throw new Error(`“${file.name}” could not be redrawn. Try a PNG or a JPEG.`)
  return { name: nameOf(file), width: size.width, height: size.height, bytes }
}
