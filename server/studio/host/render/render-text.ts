import type { SceneItem, SceneText } from '../scene.ts'
import { colorOf } from './color.ts'
import { element, escapeXml } from './element.ts'

/** Where a line starts and how it is anchored, as a factor of the width. */
const ANCHORS: Readonly<Record<SceneText['align'], { anchor: string; at: number }>> = {
  LEFT: { anchor: 'start', at: 0 },
  JUSTIFIED: { anchor: 'start', at: 0 },
  CENTER: { anchor: 'middle', at: 0.5 },
  RIGHT: { anchor: 'end', at: 1 },
}

/** A text's lines in its solid fills. Long lines are not broken: the host measures no glyphs. */
export const renderText = ({ text, fills, width }: SceneItem): string => {
  if (text === null) return ''
  const { anchor, at } = ANCHORS[text.align]
  const lines = text.characters
    .split('\n')
    .map((line, row) =>
      element(
        'tspan',
        { x: width * at, y: row * text.lineHeight + text.fontSize },
        escapeXml(line),
      ),
    )
    .join('')
  return fills
    .map((fill) =>
      fill.type !== 'solid'
        ? ''
        : element(
            'text',
            {
              fill: colorOf(fill),
              'fill-opacity': fill.a,
              'font-family': `${text.fontFamily}, sans-serif`,
              'font-size': text.fontSize,
              'font-weight': text.fontWeight,
              'font-style': text.italic ? 'italic' : undefined,
              'text-anchor': anchor,
            },
            lines,
          ),
    )
    .join('')
}
