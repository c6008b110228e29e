import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'
import type { Font } from 'opentype.js'

/** The fonts that come in packages, so that a sheet has the same letters on every machine. */
const FONTS = {
  fredoka: ['fredoka', 600],
  lora: ['lora', 500],
  oswald: ['oswald', 500],
  'patrick-hand': ['patrick-hand', 400],
  bangers: ['bangers', 400],
  caveat: ['caveat', 700],
  pacifico: ['pacifico', 400],
  'roboto-mono': ['roboto-mono', 500],
  'playfair-display': ['playfair-display', 700],
  'baloo-2': ['baloo-2', 600],
  'permanent-marker': ['permanent-marker', 400],
  cinzel: ['cinzel', 600],
  lobster: ['lobster', 400],
  comfortaa: ['comfortaa', 700],
  'special-elite': ['special-elite', 400],
  'amatic-sc': ['amatic-sc', 700],
  shrikhand: ['shrikhand', 400],
  quicksand: ['quicksand', 600],
} as const
export type FontName = keyof typeof FONTS

const packages = createRequire(import.meta.url)
const opened = new Map<FontName, Font>()

const open = (name: FontName): Font => {
  const known = opened.get(name)
  if (known !== undefined) return known
  const [family, weight] = FONTS[name]
  const path = packages.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`)
  const bytes = readFileSync(path)
  const font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  )
  opened.set(name, font)
  return font
}

export type Lettering = { readonly d: string; readonly width: number; readonly height: number }

/** A line of text as a path whose upper left is 0,0 and whose capitals are about 0.7 × `size` high. */
export const lettering = (text: string, name: FontName, size: number): Lettering => {
  const font = open(name)
  const line = new opentype.Path()
  let x = 0
  // Glyph by glyph: the package's own shaping fails on some of these fonts.
  for (const letter of text) {
    const glyph = font.charToGlyph(letter)
    line.extend(glyph.getPath(x, 0, size))
    x += ((glyph.advanceWidth ?? font.unitsPerEm / 2) * size) / font.unitsPerEm
  }
  const box = line.getBoundingBox()
  // The package writes numbers next to 0 as NaN.
  const point = (x = 0, y = 0) => `${(x - box.x1).toFixed(2)} ${(y - box.y1).toFixed(2)}`
  const d = line.commands
    .map((command) => {
      switch (command.type) {
        case 'M':
        case 'L':
          return `${command.type}${point(command.x, command.y)}`
        case 'Q':
          return `Q${point(command.x1, command.y1)} ${point(command.x, command.y)}`
        case 'C':
          return `C${point(command.x1, command.y1)} ${point(command.x2, command.y2)} ${point(command.x, command.y)}`
        case 'Z':
          return 'Z'
      }
    })
    .join('')
  return { d, width: box.x2 - box.x1, height: box.y2 - box.y1 }
}
