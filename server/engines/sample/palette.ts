/** `#rrggbb`, lower case. */
export type Hex = `#${string}`

/** The colours that a brief can name, in the pastel earth tones of the figurines. */
export const COLOURS = {
  red: '#c9655a',
  orange: '#e09a62',
  yellow: '#ebcb78',
  green: '#8fa97c',
  blue: '#7f9fbd',
  purple: '#9d86b0',
  pink: '#e6aaa9',
  brown: '#94705a',
  black: '#4d4645',
  white: '#f8f3ea',
  grey: '#a8a39d',
  beige: '#dcc6a6',
  cream: '#f2e4c9',
  teal: '#6fa59d',
  turquoise: '#84c2bb',
  gold: '#dcb660',
  silver: '#c6c9cb',
  navy: '#52688a',
  lavender: '#c0b1d6',
  mint: '#b2d3bb',
  peach: '#f1bd98',
  olive: '#9a9a62',
  maroon: '#94525a',
  coral: '#e58f7d',
  mustard: '#d2a44c',
} as const satisfies Record<string, Hex>
export type ColourName = keyof typeof COLOURS

const isColourName = (name: string): name is ColourName => Object.hasOwn(COLOURS, name)
export const COLOUR_NAMES: readonly ColourName[] = Object.keys(COLOURS).filter(isColourName)

/** Hair where its colour is not the cloth's of the same name. */
export const HAIR_COLOURS = {
  blonde: '#e8ca8c',
  brunette: '#7d5640',
  ginger: '#cd7f4e',
  brown: '#7d5640',
  black: '#453a3a',
  red: '#bf6547',
  grey: '#b3aca6',
  white: '#efe8de',
} as const satisfies Record<string, Hex>
export type HairColourName = keyof typeof HAIR_COLOURS

export const SKINS = {
  fair: '#fce3d2',
  light: '#f7d0b2',
  tan: '#e3b089',
  brown: '#b9855f',
  dark: '#8a5f47',
} as const satisfies Record<string, Hex>

export const EYE_COLOURS = {
  brown: '#7b4f35',
  blue: '#5f8fb5',
  green: '#6f9a63',
  grey: '#8b95a0',
  black: '#46393a',
} as const satisfies Record<string, Hex>

const channels = (colour: Hex): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** `part` from 0 (all `from`) to 1 (all `to`). */
export const mix = (from: Hex, to: Hex, part: number): Hex => {
  const end = channels(to)
  const mixed = channels(from).map((value, at) =>
    Math.round(value + ((end[at] ?? value) - value) * part)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}

/** Towards warm light; clay never turns to pure white. */
export const tint = (colour: Hex, part: number): Hex => mix(colour, '#fff8ea', part)
/** Towards warm shadow; clay never turns to pure black. */
export const shade = (colour: Hex, part: number): Hex => mix(colour, '#4a2f35', part)
