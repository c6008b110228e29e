import type { Point } from './rectangle.ts'

export type Shortcut =
  | {
      readonly type:
        | 'undo'
        | 'redo'
        | 'duplicate'
        | 'remove'
        | 'select-all'
        | 'deselect'
        | 'next'
        | 'previous'
        | 'add-frame'
        | 'zoom-in'
        | 'zoom-out'
        | 'zoom-whole'
        | 'fit-all'
        | 'fit-selection'
    }
  | { readonly type: 'nudge'; readonly by: Point }

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** Figma's "big nudge". */
const BIG = 10

const withCommand = (event: Key): Shortcut | null => {
  switch (event.key.toLowerCase()) {
    case 'z':
      return { type: event.shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { type: 'redo' }
    case 'd':
      return { type: 'duplicate' }
    case 'a':
      return { type: 'select-all' }
    case '=':
    case '+':
      return { type: 'zoom-in' }
    case '-':
      return { type: 'zoom-out' }
    case '0':
      return { type: 'zoom-whole' }
    default:
      return null
  }
}

/** What a key press on the canvas means, with Figma's keys; null for a key that is the browser's own. */
export const shortcut = (event: Key): Shortcut | null => {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return withCommand(event)
  const arrow = ARROWS[event.key]
  if (arrow !== undefined) {
    const step = event.shiftKey ? BIG : 1
    return { type: 'nudge', by: { x: arrow.x * step, y: arrow.y * step } }
  }
  if (event.shiftKey && event.code === 'Digit0') return { type: 'zoom-whole' }
  if (event.shiftKey && event.code === 'Digit1') return { type: 'fit-all' }
  if (event.shiftKey && event.code === 'Digit2') return { type: 'fit-selection' }
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' }
    case 'Escape':
      return { type: 'deselect' }
    case '+':
    case '=':
      return { type: 'zoom-in' }
    case '-':
      return { type: 'zoom-out' }
    case 'n':
      return { type: 'next' }
    case 'N':
      return { type: 'previous' }
    case 'f':
      return { type: 'add-frame' }
    default:
      return null
  }
}
