import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import type { PlaceholderData } from './node-data.ts'
import { readPlaceholder } from './node-data.ts'

export type Waiting = { readonly frame: FrameNode; readonly data: PlaceholderData }

/** The placeholders of these pictures; pictures without one are left out. */
export const findWaiting = async (
  finder: Finder,
  pictures: readonly PictureRef[],
): Promise<readonly Waiting[]> => {
  const frames = await Promise.all(pictures.map(finder.find))
  return frames.flatMap((frame) => {
    const data = readPlaceholder(frame)
    return frame === null || data === null ? [] : [{ frame, data }]
  })
}
