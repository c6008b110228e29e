import * as v from 'valibot'
import { versioned } from '../../../shared/versioned.ts'

/** The width in pixels that a folded draft had before. */
const KEY = 'folded'
const stored = versioned(v.pipe(v.number(), v.minValue(0.01)))
/** Pixels that a folded draft is high: small enough to be out of the way, large enough to be told from others. */
const HEIGHT = 192

/** Makes a draft small, with all that she drew in it, and keeps how large it was. */
export const shrink = (frame: FrameNode): void => {
  if (stored.read(frame.getPluginData(KEY)) !== null) return
  frame.setPluginData(KEY, stored.write(frame.width))
  if (frame.height > HEIGHT) frame.rescale(HEIGHT / frame.height)
}

/** Gives a folded draft its size back. */
export const grow = (frame: FrameNode): void => {
  const width = stored.read(frame.getPluginData(KEY))
  if (width === null) return
  frame.setPluginData(KEY, '')
  if (frame.width !== width) frame.rescale(width / frame.width)
}
