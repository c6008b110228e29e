import type { Box } from '../../../../shared/contract/sheet-routes.ts'
import type { Grip } from './move-box.ts'
import { GRIPS } from './move-box.ts'

type Point = { readonly x: number; readonly y: number }
export type Moved = (grip: Grip, from: Box, by: Point) => void

const ARROWS: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

const gripOf = (target: EventTarget | null): Grip => {
  const name = target instanceof HTMLElement ? target.dataset['grip'] : undefined
  return GRIPS.find((grip) => grip === name) ?? 'all'
}

/** Drags a box from where the pointer took it until it lets go. `scale`: pixels of the sheet in one of the screen. */
export const dragBox = (event: PointerEvent, box: Box, scale: number, onMoved: Moved): void => {
  const { currentTarget: element, pointerId } = event
  if (!(element instanceof HTMLElement) || event.button !== 0) return
  const grip = gripOf(event.target)
  const stop = new AbortController()
  const { signal } = stop
  element.setPointerCapture(pointerId)
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY }) =>
      onMoved(grip, box, {
        x: (clientX - event.clientX) * scale,
        y: (clientY - event.clientY) * scale,
      }),
    { signal },
  )
  element.addEventListener('lostpointercapture', () => stop.abort(), { signal })
}

/** Arrow keys move a box by a pixel of the screen, with Shift by ten; with Alt they move its right and lower edges. */
export const nudgeBox = (event: KeyboardEvent, box: Box, scale: number, onMoved: Moved): void => {
  const arrow = ARROWS[event.key]
  if (arrow === undefined) return
  event.preventDefault()
  const step = scale * (event.shiftKey ? 10 : 1)
  onMoved(event.altKey ? 'se' : 'all', box, { x: arrow.x * step, y: arrow.y * step })
}
