import * as v from 'valibot'
import type { FontName } from '../document/node-properties.ts'
import { readProperty, type NodeRecord } from '../document/node-record.ts'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'
import { fontKey } from './set-property.ts'

const STYLES = ['Regular', 'Medium', 'Semi Bold', 'Bold', 'Italic', 'Bold Italic']
const FONTS: readonly FontName[] = ['Inter', 'Roboto'].flatMap((family) =>
  STYLES.map((style) => ({ family, style })),
)
const FontNameInput = v.object({ family: v.string(), style: v.optional(v.string()) })

const hasMissingFont = (node: NodeRecord): boolean => {
  const font = fontKey(readProperty(node, 'fontName'))
  return node.type === 'TEXT' && FONTS.every((known) => fontKey(known) !== font)
}

/** Of one text: whether its font is one that the host does not have. */
export const missingFontMembers = ({ host: { document } }: Session): Members => ({
  hasMissingFont: { get: ({ id }) => hasMissingFont(document.node(id)) },
})

/** The fonts that the host pretends to have. */
export const fontMembers = ({ host: { document, enforce }, loadedFonts }: Session): Members => ({
  hasMissingFont: { get: () => [...document.nodes()].some(hasMissingFont) },
  listAvailableFontsAsync: {
    call: () => Promise.resolve(FONTS.map((fontName) => ({ fontName }))),
  },
  loadFontAsync: {
    call: async (_, given) => {
      const { family, style } = parseValue(
        FontNameInput,
        await Promise.resolve(given),
        'loadFontAsync',
      )
      const known = FONTS.filter(
        (font) => font.family === family && (style === undefined || font.style === style),
      )
      enforce(
        'font-known',
        known.length > 0,
        `in loadFontAsync: The font "${family} ${style ?? ''}" could not be loaded`,
      )
      for (const font of known) loadedFonts.add(fontKey(font))
    },
  },
})
