import { useSignal, useSignalEffect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Point } from '../canvas/rectangle.ts'
import type { Studio } from '../create-studio.ts'
import { coveredBy, docked, withinReach } from './panel-place.ts'

const BAR = 48
const roomNow = () => ({ width: window.innerWidth, height: window.innerHeight - BAR })

/**
 * Where the panel stands. Its top left corner is what stays when the plugin resizes it, as in Figma; until she drags
 * it, each opening finds it at the right edge.
 */
export const usePanelPlace = (studio: Studio): [ReadonlySignal<Point>, (wanted: Point) => void] => {
  const { panel, size, visible } = studio.session
  const room = useSignal(roomNow())
  const isDragged = useSignal(false)
  const place = useSignal<Point>({ x: 0, y: 0 })
  const settle = () => {
    const { width } = size.peek()
    place.value = isDragged.peek()
      ? withinReach(place.peek(), width, room.peek())
      : docked(width, room.peek())
  }
  useSignalEffect(() => {
    if (panel.value !== null) settle()
  })
  useSignalEffect(() => {
    const isOpen = panel.value !== null && visible.value
    studio.covered.value = isOpen ? coveredBy(place.value, room.value) : 0
  })
  useEffect(() => {
    const onResize = () => {
      room.value = roomNow()
      settle()
    }
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  const move = (wanted: Point) => {
    isDragged.value = true
    place.value = withinReach(wanted, size.peek().width, room.peek())
  }
  return [place, move]
}
