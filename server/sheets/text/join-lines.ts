import type { ReadLine } from '../clean/find-labels.ts'
import type { TextLine } from './text-line.ts'

/** Words of one line: turned alike (radians), as high, and so far apart and off, by the higher one's height. */
const ALIKE = { turn: 0.1, height: 1.5, gap: 1.2, off: 0.3 }

/** Where a line begins and ends along the direction of another one, and how far it lies off it. */
const seenFrom = ({ x, y, angle }: TextLine, line: TextLine) => {
  const [dx, dy] = [line.x - x, line.y - y]
  const along = dx * Math.cos(angle) + dy * Math.sin(angle)
  const off = Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle))
  return { from: along - line.length / 2, to: along + line.length / 2, off }
}

const joined = (first: ReadLine, second: ReadLine): ReadLine | null => {
  const [a, b] = [first.line, second.line]
  const height = Math.max(a.thickness, b.thickness)
  if (Math.abs(a.angle - b.angle) > ALIKE.turn) return null
  if (height > ALIKE.height * Math.min(a.thickness, b.thickness)) return null
  const { from, to, off } = seenFrom(a, b)
  const gap = Math.max(from - a.length / 2, -a.length / 2 - to)
  if (off > ALIKE.off * height || gap > ALIKE.gap * height) return null
  const [start, end] = [Math.min(from, -a.length / 2), Math.max(to, a.length / 2)]
  const middle = (start + end) / 2
  const line = {
    ...a,
    x: a.x + middle * Math.cos(a.angle),
    y: a.y + middle * Math.sin(a.angle),
    length: end - start,
    thickness: height,
    score: Math.min(a.score, b.score),
  }
  const texts = from + to > 0 ? [first.text, second.text] : [second.text, first.text]
  return { line, text: texts.join(' ') }
}

/** Lines with the words that were found apart put together: they share their underline and their plate. */
export const joinLines = (lines: readonly ReadLine[]): ReadLine[] => {
  const whole: ReadLine[] = []
  for (const line of lines) {
    let grown = line
    for (let at = 0; at < whole.length; at += 1) {
      const other = whole[at]
      const both = other === undefined ? null : joined(other, grown)
      if (both === null) continue
      whole.splice(at, 1)
      grown = both
      at = -1
    }
    whole.push(grown)
  }
  return whole
}
