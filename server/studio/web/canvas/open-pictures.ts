import type { Studio } from '../create-studio.ts'
import { addPictures } from './add-frame.ts'
import { readPicture } from './read-picture.ts'
import type { Picture } from './read-picture.ts'
import type { Point } from './rectangle.ts'

/** Puts picture files on the canvas. One that cannot be read is said in words; the others still come. */
export const openPictures = async (
  studio: Studio,
  files: readonly File[],
  at: Point | null,
): Promise<void> => {
  const pictures: Picture[] = []
  for (const file of files) {
    try {
      pictures.push(await readPicture(file))
    } catch (error) {
      console.error(error)
      const message = error instanceof Error ? error.message : `“${file.name}” could not be read.`
      studio.toasts.show(message, { error: true, timeout: 6000 })
    }
  }
  if (pictures.length > 0) addPictures(studio, pictures, at)
}
