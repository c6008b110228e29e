import { placeholderName } from './frame-name.ts'
import { addLabel, removeLabels } from './label.ts'
import type { PlaceholderData } from './node-data.ts'
import { readPlaceholder, writeNodeData } from './node-data.ts'
import { relaunchPlaceholder } from './relaunch.ts'

const DASHES = [16, 12]
const BORDER = 4
const WAITING = { fill: { r: 0.96, g: 0.95, b: 0.93 }, border: { r: 0.72, g: 0.69, b: 0.65 } }
const FAILED = { fill: { r: 0.99, g: 0.95, b: 0.94 }, border: { r: 0.85, g: 0.42, b: 0.36 } }

const hasOurBorder = (frame: FrameNode): boolean =>
  frame.dashPattern.length === DASHES.length &&
  frame.dashPattern.every((dash, at) => dash === DASHES[at])

/** Takes our border and words off a frame; what she put on it stays. */
export const undress = (frame: FrameNode): void => {
  removeLabels(frame)
  if (!hasOurBorder(frame)) return
  frame.strokes = []
  frame.dashPattern = []
}

const labelText = ({ brief, failure }: PlaceholderData): string =>
  failure === null ? `Drafting…\n${brief}` : `No draft\n${failure}`

/**
 * Stores what a placeholder waits for and makes it look so. A name that she gave it stays. Without the label font it
 * goes without words.
 */
export const dressPlaceholder = (
  frame: FrameNode,
  data: PlaceholderData,
  hasFont: boolean,
): void => {
  const before = readPlaceholder(frame)
  if (before === null || frame.name === placeholderName(before)) frame.name = placeholderName(data)
  const look = data.failure === null ? WAITING : FAILED
  frame.fills = [{ type: 'SOLID', color: look.fill }]
  frame.strokes = [{ type: 'SOLID', color: look.border }]
  frame.strokeWeight = BORDER
  frame.strokeAlign = 'INSIDE'
  frame.dashPattern = DASHES
  frame.clipsContent = true
  removeLabels(frame)
  if (hasFont) addLabel(frame, labelText(data))
  writeNodeData(frame, data)
  relaunchPlaceholder(frame, data)
}
