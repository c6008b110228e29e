import type { Hex } from '../palette.ts'
import { shade, tint } from '../palette.ts'
import { fill, num, oval } from './svg.ts'
import type { Svg } from './svg.ts'

/** A part of the plane that figurines are drawn on. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The whole frame: a wall that darkens softly upwards and downwards, with a bright disc behind the figurine. (A radial
 * gradient over the whole frame would cost a quarter of the drawing time.)
 */
export const drawBackdrop = ({ x, y, width, height }: Frame, colour: Hex): Svg =>
  '<linearGradient id="backdrop" x2="0" y2="1">' +
  [shade(colour, 0.06), tint(colour, 0.15), colour, shade(colour, 0.1)]
    .map((stop, at) => `<stop offset="${num([0, 0.34, 0.7, 1][at] ?? 1)}" stop-color="${stop}"/>`)
    .join('') +
  '</linearGradient>' +
  fill(`M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}z`, 'url(#backdrop)') +
  fill(oval(500, 480, 424), tint(colour, 0.5), 0.5) +
  fill(oval(500, 480, 372), tint(colour, 0.7), 0.45)
