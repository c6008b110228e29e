import type { Hex } from '../palette.ts'
import { shade } from '../palette.ts'

/** A piece of SVG. Its fills may name paints of `paints.ts`, such as `url(#clay-c9655a)`. */
export type Svg = string

/** A number as it is written into a picture: two decimals, the same on every machine. */
export const num = (value: number): string => String(Math.round(value * 100) / 100)

export const paint = (name: string, colour: Hex): string => `url(#${name}-${colour.slice(1)})`

const outlineOf = (colour: Hex): Hex => shade(colour, 0.38)

/** A closed path, filled flat. */
export const fill = (d: string, colour: string, opacity = 1): Svg =>
  `<path d="${d}" fill="${colour}"${opacity === 1 ? '' : ` fill-opacity="${num(opacity)}"`}/>`

/** A closed path as soft clay: lit from the upper left, with a thin darker edge. */
export const clay = (d: string, colour: Hex, edge = 3): Svg =>
  `<path d="${d}" fill="${paint('clay', colour)}" stroke="${outlineOf(colour)}" stroke-width="${num(edge)}" stroke-linejoin="round"/>`

/** An open path. */
export const line = (d: string, colour: string, width: number, opacity = 1): Svg =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"${opacity === 1 ? '' : ` stroke-opacity="${num(opacity)}"`}/>`

/** A rounded limb along an open path: darker edge, body, and a soft light on its left. */
export const limb = (d: string, colour: Hex, width: number): Svg =>
  line(d, outlineOf(colour), width + 6) +
  line(d, colour, width) +
  group(line(d, '#fff8ea', width * 0.4, 0.075), `translate(${num(-width * 0.17)} -2)`)

/** The path of an ellipse. */
export const oval = (x: number, y: number, rx: number, ry: number = rx): string =>
  `M${num(x - rx)} ${num(y)}a${num(rx)} ${num(ry)} 0 1 0 ${num(rx * 2)} 0a${num(rx)} ${num(ry)} 0 1 0 ${num(-rx * 2)} 0z`

/** The path of a rectangle with round corners, from its upper left. */
export const box = (x: number, y: number, width: number, height: number, r: number): string =>
  `M${num(x + r)} ${num(y)}h${num(width - 2 * r)}q${num(r)} 0 ${num(r)} ${num(r)}v${num(height - 2 * r)}q0 ${num(r)} ${num(-r)} ${num(r)}h${num(2 * r - width)}q${num(-r)} 0 ${num(-r)} ${num(-r)}v${num(2 * r - height)}q0 ${num(-r)} ${num(r)} ${num(-r)}z`

/** A soft spot that fades out at its edge: blush, shadow, light. */
export const glow = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  colour: Hex,
  opacity: number,
): Svg => fill(oval(x, y, rx, ry), paint('glow', colour), opacity)

export const group = (content: Svg, transform: string): Svg =>
  `<g transform="${transform}">${content}</g>`

/** Moves a piece that is drawn around 0,0. */
export const at = (x: number, y: number, content: Svg, scale = 1, degrees = 0): Svg =>
  group(
    content,
    `translate(${num(x)} ${num(y)})${degrees === 0 ? '' : ` rotate(${num(degrees)})`}${scale === 1 ? '' : ` scale(${num(scale)})`}`,
  )

/** The same on the other side of the figurine's middle line. */
export const mirrored = (content: Svg): Svg => group(content, 'matrix(-1 0 0 1 1000 0)')

/** Both the piece and its mirror image. */
export const pair = (content: Svg): Svg => mirrored(content) + content
