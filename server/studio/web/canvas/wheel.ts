import type { Point } from './rectangle.ts'

type Wheel = Pick<
  WheelEvent,
  'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>
export type WheelMove =
  { readonly type: 'pan'; readonly by: Point } | { readonly type: 'zoom'; readonly factor: number }

/** CSS pixels of a line and of a page, for mice that count in those. */
const UNITS: readonly number[] = [1, 16, 400]
/** One notch of a mouse wheel zooms as far as a short pinch, not as far as its hundred pixels say. */
const LONGEST_ZOOM_STEP = 24

/** What a turn of the wheel means. Browsers report a trackpad's pinch as a wheel with the Ctrl key. */
export const wheelMove = (event: Wheel): WheelMove => {
  const unit = UNITS[event.deltaMode] ?? 1
  const x = event.deltaX * unit
  const y = event.deltaY * unit
  if (event.ctrlKey || event.metaKey) {
    const step = Math.max(-LONGEST_ZOOM_STEP, Math.min(LONGEST_ZOOM_STEP, y))
    return { type: 'zoom', factor: Math.exp(-step / 100) }
  }
  if (event.shiftKey && x === 0) return { type: 'pan', by: { x: -y, y: 0 } }
  return { type: 'pan', by: { x: -x, y: -y } }
}
