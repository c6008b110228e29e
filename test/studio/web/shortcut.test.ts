import { expect, test } from 'vitest'
import { shortcut } from '../../../server/studio/web/canvas/shortcut.ts'

const key = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

test.each([
  ['undo', { key: 'z', metaKey: true }],
  ['undo', { key: 'z', ctrlKey: true }],
  ['redo', { key: 'Z', metaKey: true, shiftKey: true }],
  ['redo', { key: 'y', ctrlKey: true }],
  ['duplicate', { key: 'd', metaKey: true }],
  ['select-all', { key: 'a', ctrlKey: true }],
  ['remove', { key: 'Delete' }],
  ['remove', { key: 'Backspace' }],
  ['deselect', { key: 'Escape' }],
  ['zoom-in', { key: '+' }],
  ['zoom-in', { key: '=', metaKey: true }],
  ['zoom-out', { key: '-' }],
  ['fit-all', { key: '!', code: 'Digit1', shiftKey: true }],
  ['fit-selection', { key: '"', code: 'Digit2', shiftKey: true }],
  ['zoom-whole', { key: ')', code: 'Digit0', shiftKey: true }],
  ['next', { key: 'n' }],
  ['previous', { key: 'N', shiftKey: true }],
  ['add-frame', { key: 'f' }],
])('%s', (type, pressed) => {
  expect(shortcut({ ...key, ...pressed })).toEqual({ type })
})

test('arrows nudge by one pixel, with Shift by ten', () => {
  expect(shortcut({ ...key, key: 'ArrowLeft' })).toEqual({ type: 'nudge', by: { x: -1, y: 0 } })
  expect(shortcut({ ...key, key: 'ArrowDown', shiftKey: true })).toEqual({
    type: 'nudge',
    by: { x: 0, y: 10 },
  })
})

test.each([{ key: 'r', metaKey: true }, { key: 'z' }, { key: 'Tab' }, { key: 'z', altKey: true }])(
  'the browser keeps %o',
  (pressed) => {
    expect(shortcut({ ...key, ...pressed })).toBeNull()
  },
)
