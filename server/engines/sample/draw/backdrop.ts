import type { Hex } from '../palette.ts'
import { mix, shade, tint } from '../palette.ts'
import { fill, glow, num, oval } from './svg.ts'
import type { Svg } from './svg.ts'

/** A part of the plane that figurines are drawn on. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The whole frame: a soft wall, brighter behind the figurine, darker to the corners. */
export const drawBackdrop = ({ x, y, width, height }: Frame, colour: Hex): Svg => {
  const sheet = `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}z`
  const far = Math.hypot(width, height) * 0.62
  return (
    `<radialGradient id="backdrop" gradientUnits="userSpaceOnUse" cx="500" cy="470" r="${num(far)}">` +
    `<stop offset="0" stop-color="${tint(colour, 0.55)}"/><stop offset=".55" stop-color="${colour}"/><stop offset="1" stop-color="${shade(colour, 0.16)}"/></radialGradient>` +
    fill(sheet, 'url(#backdrop)') +
    fill(oval(500, 480, 424), mix(colour, '#fffaf0', 0.55), 0.55) +
    glow(500, 940, 470, 90, shade(colour, 0.35), 0.35)
  )
}
