import type { Fit } from '../../../shared/training.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { boundsOfAll, keptBounds } from './kept-bounds.ts'
import type { PlannedLayer } from './plan-layers.ts'

/** Free room around a figure, as a part of its longer side. */
const MARGIN = 0.06
/** What covers so much of the subject is its background, not a figure on it. */
const BACKDROP = 0.9

const areaOf = ({ width, height }: Rectangle): number => width * height

const commonOf = (a: Rectangle, b: Rectangle): Rectangle => {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const right = Math.min(a.x + a.width, b.x + b.width)
  const bottom = Math.min(a.y + a.height, b.y + b.height)
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) }
}

const figureOf = (subject: PlannedLayer, whole: Rectangle): Rectangle => {
  const figures = subject.children.filter((child) => {
    const bounds = keptBounds(child)
    return bounds !== null && areaOf(commonOf(bounds, whole)) < BACKDROP * areaOf(whole)
  })
  const bounds = boundsOfAll(figures)
  const shown = bounds === null ? whole : commonOf(bounds, whole)
  if (shown.width < 1 || shown.height < 1) return whole
  const margin = Math.max(shown.width, shown.height) * MARGIN
  return {
    x: shown.x - margin,
    y: shown.y - margin,
    width: shown.width + 2 * margin,
    height: shown.height + 2 * margin,
  }
}

const middleOf = ({ x, y, width, height }: Rectangle): Rectangle => {
  const side = Math.min(width, height)
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side }
}

const areaFor = (fit: Fit, subject: PlannedLayer, whole: Rectangle): Rectangle => {
  switch (fit) {
    case 'whole':
      return whole
    case 'figure':
      return figureOf(subject, whole)
    case 'square':
      return middleOf(whole)
  }
}

export type Square = {
  /** Of the page; whole pixels. */
  readonly x: number
  readonly y: number
  readonly side: number
  /** How much of the square lies outside the subject, from 0 to 1. */
  readonly padding: number
}

/** The square of the page that a training picture shows of a subject; null for one that covers nothing. */
export const squareOf = (subject: PlannedLayer, fit: Fit): Square | null => {
  const whole = keptBounds(subject)
  if (whole === null || Math.max(whole.width, whole.height) < 1) return null
  const area = areaFor(fit, subject, whole)
  const side = Math.ceil(Math.max(area.width, area.height))
  const x = Math.floor(area.x + (area.width - side) / 2)
  const y = Math.floor(area.y + (area.height - side) / 2)
  const covered = areaOf(commonOf(whole, { x, y, width: side, height: side }))
  return { x, y, side, padding: 1 - covered / side ** 2 }
}
