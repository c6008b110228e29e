import type { Box } from '../../../shared/contract/index.ts'
import type { Random } from './draw.ts'
import { between, hsl, pick, rect } from './draw.ts'

export const BACKDROPS = ['flat', 'gradient', 'dots', 'speckle', 'radial', 'stripes'] as const
export type Backdrop = (typeof BACKDROPS)[number] | 'checks' | 'waves'

type Drawn = { readonly svg: string; readonly defs: string }

/** The background of one panel. `name` is its own in the page. */
export const drawBackdrop = (
  random: Random,
  kind: Backdrop,
  box: Box,
  name: string,
  more: string,
): Drawn => {
  const hue = random() * 360
  const saturation = between(random, 15, 70)
  const light = between(random, 78, 93)
  const colour = hsl(hue, saturation, light)
  const other = hsl(hue + between(random, -40, 40), saturation, light - between(random, 6, 16))
  const spot = hsl(hue, saturation, light - between(random, 5, 9))
  const plain = rect(box, colour, more)
  switch (kind) {
    case 'flat':
      return { svg: plain, defs: '' }
    case 'gradient': {
      const [x, y] = pick<readonly [number, number]>(random, [
        [0, 1],
        [1, 1],
        [1, 0],
      ])
      const defs = `<linearGradient id="${name}" x1="0" y1="0" x2="${x}" y2="${y}"><stop offset="0" stop-color="${colour}"/><stop offset="1" stop-color="${other}"/></linearGradient>`
      return { svg: rect(box, `url(#${name})`, more), defs }
    }
    case 'radial': {
      const defs = `<radialGradient id="${name}" cx="0.5" cy="0.5" r="0.7"><stop offset="0" stop-color="${colour}"/><stop offset="1" stop-color="${other}"/></radialGradient>`
      return { svg: rect(box, `url(#${name})`, more), defs }
    }
    case 'dots': {
      const step = Math.round(between(random, 24, 60))
      const defs = `<pattern id="${name}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><circle cx="${step / 2}" cy="${step / 2}" r="${(step * between(random, 0.08, 0.16)).toFixed(1)}" fill="${spot}"/></pattern>`
      return { svg: plain + rect(box, `url(#${name})`, more), defs }
    }
    case 'stripes': {
      const step = Math.round(between(random, 30, 80))
      const defs = `<pattern id="${name}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${step / 2}" height="${step}" fill="${spot}" fill-opacity="0.5"/></pattern>`
      return { svg: plain + rect(box, `url(#${name})`, more), defs }
    }
    case 'checks': {
      const step = Math.round(between(random, 40, 110))
      const half = step / 2
      const defs = `<pattern id="${name}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><path d="M0 0h${half}v${half}h-${half}zM${half} ${half}h${half}v${half}h-${half}z" fill="${spot}" fill-opacity="0.6"/></pattern>`
      return { svg: plain + rect(box, `url(#${name})`, more), defs }
    }
    case 'waves': {
      const step = Math.round(between(random, 40, 90))
      const [part, high] = [step / 4, step / 2]
      const defs = `<pattern id="${name}" width="${step}" height="${high}" patternUnits="userSpaceOnUse"><path d="M0 ${high / 2}q${part} ${-part} ${2 * part} 0t${2 * part} 0" fill="none" stroke="${spot}" stroke-width="${(step * between(random, 0.06, 0.12)).toFixed(1)}"/></pattern>`
      return { svg: plain + rect(box, `url(#${name})`, more), defs }
    }
    case 'speckle': {
      const count = Math.round((box.w * box.h) / 1800)
      const spots = Array.from(
        { length: count },
        () =>
          `<circle cx="${(box.x + 3 + random() * (box.w - 6)).toFixed(1)}" cy="${(box.y + 3 + random() * (box.h - 6)).toFixed(1)}" r="${between(random, 0.7, 2).toFixed(1)}"/>`,
      ).join('')
      return { svg: `${plain}<g fill="${spot}">${spots}</g>`, defs: '' }
    }
  }
}
