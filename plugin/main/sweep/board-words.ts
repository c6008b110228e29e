import * as v from 'valibot'
import { versioned } from '../../../shared/versioned.ts'
import type { BoardText } from '../board/board-text.ts'
import { addBoardText } from '../board/board-text.ts'
import type { Rectangle } from '../canvas/rectangle.ts'

/** Which words they are, and how we wrote them: words that she rewrote are hers. */
const KEY = 'words'
const stored = versioned(v.object({ key: v.string(), text: v.string() }))

export type Words = Omit<BoardText, 'width'> & {
  /** Which words of the board they are. */
  readonly key: string
  readonly area: Rectangle
  /** Where in the area's height they stand. */
  readonly stand: 'top' | 'middle' | 'bottom'
}

const FACTOR = { top: 0, middle: 0.5, bottom: 1 } as const

/**
 * The words of a board, each where it belongs: words that are there already are moved and rewritten, unless she did so
 * herself; others are added. The fonts must be loaded.
 */
export const putWords = (section: SectionNode, all: readonly Words[]): void => {
  const known = new Map(
    section.children.flatMap((node) => {
      const data = node.type === 'TEXT' ? stored.read(node.getPluginData(KEY)) : null
      return node.type !== 'TEXT' || data === null ? [] : [[data.key, { node, data }] as const]
    }),
  )
  for (const { key, area, stand, ...words } of all) {
    const before = known.get(key)
    if (before !== undefined && before.node.characters !== before.data.text) continue
    before?.node.remove()
    if (words.text === '') continue
    const node = addBoardText(section, { ...words, width: area.width })
    node.x = area.x
    node.y = area.y + (area.height - node.height) * FACTOR[stand]
    node.setPluginData(KEY, stored.write({ key, text: words.text }))
  }
}
