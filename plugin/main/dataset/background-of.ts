import { isWithin } from '../canvas/rectangle.ts'
import { fillsOf, isVisiblePaint } from './image-hashes-of.ts'
import type { PlannedLayer } from './plan-layers.ts'

const WHITE: RGB = { r: 1, g: 1, b: 1 }

const mix = (over: RGB, opacity: number, under: RGB): RGB => ({
  r: over.r * opacity + under.r * (1 - opacity),
  g: over.g * opacity + under.g * (1 - opacity),
  b: over.b * opacity + under.b * (1 - opacity),
})

const mean = (colours: readonly RGBA[]): RGBA => {
  const sum = (of: (colour: RGBA) => number): number =>
    colours.reduce((total, colour) => total + of(colour), 0) / colours.length
  return { r: sum(({ r }) => r), g: sum(({ g }) => g), b: sum(({ b }) => b), a: sum(({ a }) => a) }
}

/** One colour in place of a node's fills over another. What a picture looks like cannot be known here. */
const colourOver = (node: SceneNode, under: RGB): RGB =>
  fillsOf(node)
    .filter(isVisiblePaint)
    .reduce((below, paint) => {
      const { opacity = 1 } = paint
      if (paint.type === 'SOLID') return mix(paint.color, opacity, below)
      if (!('gradientStops' in paint) || paint.gradientStops.length === 0) return below
      const colour = mean(paint.gradientStops.map(({ color }) => color))
      return mix(colour, opacity * colour.a, below)
    }, under)

/** A plain panel below a node that it stands on, such as the cell of a grid. */
const panelUnder = (node: SceneNode, siblings: readonly SceneNode[]): SceneNode | null => {
  const box = node.absoluteBoundingBox
  const below = siblings.slice(
    0,
    siblings.findIndex(({ id }) => id === node.id),
  )
  if (box === null) return null
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 }
  const panels = below.filter((sibling) => {
    const area =
      sibling.type === 'RECTANGLE' && sibling.visible ? sibling.absoluteBoundingBox : null
    return area !== null && isWithin(middle, area)
  })
  return panels[panels.length - 1] ?? null
}

/** The colour that a node stands on: of panels below it and of the layers that hold it; white on the page itself. */
export const colourUnder = (node: SceneNode): RGB => {
  const { parent } = node
  if (parent === null || parent.type === 'PAGE' || parent.type === 'DOCUMENT') return WHITE
  const holder = colourOver(parent, colourUnder(parent))
  const panel = 'children' in parent ? panelUnder(node, parent.children) : null
  return panel === null ? holder : colourOver(panel, holder)
}

const FILLING: ReadonlySet<string> = new Set([
  'SOLID',
  'IMAGE',
  'GRADIENT_LINEAR',
  'GRADIENT_RADIAL',
  'GRADIENT_ANGULAR',
  'GRADIENT_DIAMOND',
])

/**
 * Whether a subject's fills are a background, which fills the square in its place. Without a layer on it they are the
 * picture itself.
 */
export const hasBackground = ({ node, children }: PlannedLayer): boolean =>
  fillsOf(node).some(isVisiblePaint) && children.some(({ isKept }) => isKept)

/** A crop fits one shape alone. */
const toSquare = (paint: Paint): Paint =>
  paint.type === 'IMAGE' && paint.scaleMode === 'CROP'
    ? { type: 'IMAGE', imageHash: paint.imageHash, scaleMode: 'FILL' }
    : paint

/**
 * What fills the square around and behind a subject, bottom first: the colour that it stands on, which is opaque, and
 * its own background without the images that are left out.
 */
export const backgroundOf = (
  subject: PlannedLayer,
  leftOut: ReadonlySet<string>,
): readonly Paint[] => {
  const own = hasBackground(subject) ? fillsOf(subject.node) : []
  const isLeftOut = (paint: Paint): boolean =>
    paint.type === 'IMAGE' && paint.imageHash !== null && leftOut.has(paint.imageHash)
  return [
    { type: 'SOLID', color: colourUnder(subject.node) },
    ...own.filter((paint) => FILLING.has(paint.type) && !isLeftOut(paint)).map(toSquare),
  ]
}
