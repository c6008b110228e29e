import type { Hex } from '../palette.ts'
import { shade, tint } from '../palette.ts'
import type { Svg } from './svg.ts'

const MAKERS: Readonly<Record<string, (id: string, colour: Hex) => Svg>> = {
  clay: (id, colour) =>
    `<radialGradient id="${id}" cx=".36" cy=".26" r=".86"><stop offset="0" stop-color="${tint(colour, 0.3)}"/><stop offset=".5" stop-color="${colour}"/><stop offset="1" stop-color="${shade(colour, 0.2)}"/></radialGradient>`,
  glow: (id, colour) =>
    `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset=".45" stop-color="${colour}" stop-opacity=".6"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
  fall: (id, colour) =>
    `<linearGradient id="${id}" x2="0" y2="1"><stop offset="0" stop-color="${tint(colour, 0.35)}"/><stop offset="1" stop-color="${colour}"/></linearGradient>`,
  striped: (id, colour) =>
    `<pattern id="${id}" width="40" height="26" patternUnits="userSpaceOnUse"><path d="M0 0h40v11h-40z" fill="${colour}" opacity=".8"/></pattern>`,
  checked: (id, colour) =>
    `<pattern id="${id}" width="36" height="36" patternUnits="userSpaceOnUse"><path d="M0 0h36v14h-36zM0 0h14v36h-14z" fill="${colour}" opacity=".5"/></pattern>`,
  dotted: (id, colour) =>
    `<pattern id="${id}" width="36" height="36" patternUnits="userSpaceOnUse"><path d="M3 9a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM21 27a6 6 0 1 0 12 0a6 6 0 1 0-12 0z" fill="${colour}" opacity=".85"/></pattern>`,
}

/** The definitions of all paints that a picture names, such as `url(#clay-c9655a)`. */
export const paintsOf = (picture: Svg): Svg => {
  const used = new Set(picture.match(/(?<=url\(#)[a-z]+-[0-9a-f]{6}(?=\))/g))
  return [...used]
    .map((id) => {
      const [name = '', colour = ''] = id.split('-')
      return MAKERS[name]?.(id, `#${colour}`) ?? ''
    })
    .join('')
}
