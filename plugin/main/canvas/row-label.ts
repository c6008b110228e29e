import { JobId } from '../../../shared/ids.ts'
import { versioned } from '../../../shared/versioned.ts'
import { LABEL_FONT } from './label.ts'
import { framesWithData, pictureOf, readNodeData } from './node-data.ts'
import type { Rectangle } from './rectangle.ts'

/** Holds the job whose row the label is for. */
const KEY = 'row'
const stored = versioned(JobId)
const INK: RGB = { r: 0.45, g: 0.42, b: 0.39 }

/** Readable while four pictures of this width fill the window. */
const fontSizeFor = (width: number): number => Math.min(96, Math.max(12, Math.round(width / 16)))

/** Pixels that a label of one line takes with the room around it, above a row of pictures this wide. */
export const rowLabelHeight = (width: number): number => Math.ceil(fontSizeFor(width) * 2)

/** One thin line above a row, which says what is different about it. The font must be loaded. */
export const addRowLabel = (
  parent: PageNode | SectionNode,
  first: Rectangle,
  above: number,
  { job, text }: { readonly job: JobId; readonly text: string },
): void => {
  const origin = (parent.type === 'SECTION' ? parent.absoluteBoundingBox : null) ?? { x: 0, y: 0 }
  const label = figma.createText()
  parent.appendChild(label)
  label.fontName = LABEL_FONT
  label.fontSize = fontSizeFor(first.width)
  label.fills = [{ type: 'SOLID', color: INK }]
  label.characters = text
  label.name = text
  label.x = first.x - origin.x
  label.y = first.y - above - label.height * 1.25 - origin.y
  label.setPluginData(KEY, stored.write(job))
}

/** Removes the labels of rows that have no frame left on the page. */
export const removeLoneRowLabels = (page: PageNode): void => {
  const labels = page.findAllWithCriteria({ types: ['TEXT'], pluginData: { keys: [KEY] } })
  if (labels.length === 0) return
  const jobs = new Set(framesWithData(page).map((frame) => pictureOf(readNodeData(frame))?.job))
  for (const label of labels) {
    const job = stored.read(label.getPluginData(KEY))
    if (job !== null && !jobs.has(job)) label.remove()
  }
}
