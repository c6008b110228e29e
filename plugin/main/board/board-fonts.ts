const FAMILY = 'Inter'

/** Captions, and what stands out from them. */
export const BOARD_FONTS = {
  plain: { family: FAMILY, style: 'Regular' },
  strong: { family: FAMILY, style: 'Semi Bold' },
} as const satisfies Record<string, FontName>

export type BoardFont = keyof typeof BOARD_FONTS

/** False when Figma cannot load them: a board then goes without words. */
export const loadBoardFonts = async (): Promise<boolean> => {
  try {
    await Promise.all(Object.values(BOARD_FONTS).map((font) => figma.loadFontAsync(font)))
    return true
  } catch (error) {
    console.error('The fonts of boards did not load.', error)
    return false
  }
}
