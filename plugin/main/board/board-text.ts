import { excerpt } from '../canvas/excerpt.ts'
import type { BoardFont } from './board-fonts.ts'
import { BOARD_FONTS } from './board-fonts.ts'

/** Dark enough on paper for anyone: 12 to 1. */
const INK: RGB = { r: 0.2, g: 0.18, b: 0.16 }
/** Letters, on average, as a factor of the font size: wide enough that a guess is rarely too small. */
const ADVANCE = 0.6
const LINE = 1.21

/** Room for words before they are there, in pixels. */
export const guessTextHeight = (text: string, width: number, fontSize: number): number => {
  if (text === '') return 0
  const linesOf = ({ length }: string) => Math.ceil((length * fontSize * ADVANCE) / width)
  const lines = text.split('\n').map((line) => Math.max(1, linesOf(line)))
  return lines.reduce((sum, count) => sum + count) * fontSize * LINE
}

export type BoardText = {
  readonly text: string
  readonly fontSize: number
  /** Pixels; longer words go on in the next line. */
  readonly width: number
  readonly font?: BoardFont
  readonly align?: 'LEFT' | 'CENTER' | 'RIGHT'
}

/** Writes words into a text that is there, as high as they need. The fonts must be loaded. */
export const writeBoardText = (
  node: TextNode,
  { text, fontSize, width, font = 'plain', align = 'LEFT' }: BoardText,
): void => {
  node.fontName = BOARD_FONTS[font]
  node.fontSize = fontSize
  node.fills = [{ type: 'SOLID', color: INK }]
  node.textAlignHorizontal = align
  node.characters = text
  node.textAutoResize = 'HEIGHT'
  node.resize(width, node.height)
  node.name = excerpt(text, 60)
}

/** Words on a board; where they go is the caller's business. The fonts must be loaded. */
export const addBoardText = (section: SectionNode, words: BoardText): TextNode => {
  const node = figma.createText()
  section.appendChild(node)
  writeBoardText(node, words)
  return node
}
