import type { Document } from './create-document.ts'
import { readProperty, type NodeRecord } from './node-record.ts'

/** Inter's mean advance and normal line height, as factors of the font size: the host measures no glyphs. */
const ADVANCE = 0.55
const LINE = 1.21

/** Pixels from one line to the next. */
export const lineHeightOf = (node: NodeRecord): number => {
  const size = readProperty(node, 'fontSize')
  const height = readProperty(node, 'lineHeight')
  if (height.unit === 'AUTO') return Math.round(size * LINE)
  return height.unit === 'PIXELS' ? height.value : (size * height.value) / 100
}

/** Gives a text node about the size that its words take, where it sizes itself. */
export const fitText = (document: Document, id: string): void => {
  const node = document.node(id)
  const mode = readProperty(node, 'textAutoResize')
  if (mode === 'NONE' || mode === 'TRUNCATE') return
  const advance = readProperty(node, 'fontSize') * ADVANCE
  const lines = readProperty(node, 'characters').split('\n')
  const widest = Math.max(...lines.map((line) => line.length * advance))
  const width = mode === 'HEIGHT' ? readProperty(node, 'width') : widest
  const rows = lines.map((line) => Math.max(1, Math.ceil((line.length * advance) / (width || 1))))
  const height = rows.reduce((sum, count) => sum + count, 0) * lineHeightOf(node)
  document.assign(id, { width, height })
}
