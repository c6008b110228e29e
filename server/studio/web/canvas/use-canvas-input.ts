import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Studio } from '../create-studio.ts'
import { openPictures } from './open-pictures.ts'
import type { Point } from './rectangle.ts'
import { pan, toCanvas, zoomAt } from './viewport.ts'
import { wheelMove } from './wheel.ts'

type Modes = { readonly isHandTool: Signal<boolean>; readonly isDropTarget: Signal<boolean> }

const MIDDLE_BUTTON = 1

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

/** The canvas's ears: pointer, wheel, drop and paste. Spread the result on its element. */
export const useCanvasInput = (
  studio: Studio,
  element: RefObject<HTMLElement>,
  { isHandTool, isDropTarget }: Modes,
) => {
  const { gestures, host } = studio
  const screen = (event: MouseEvent): Point => {
    const { left = 0, top = 0 } = element.current?.getBoundingClientRect() ?? {}
    return { x: event.clientX - left, y: event.clientY - top }
  }

  useEffect(() => {
    const { current } = element
    if (current === null) return
    // Preact's own wheel listener would be passive, and the browser would zoom the page.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const viewport = host.viewport.get()
      const move = wheelMove(event)
      host.viewport.set(
        move.type === 'pan'
          ? pan(viewport, move.by)
          : zoomAt(viewport, screen(event), viewport.zoom * move.factor),
      )
    }
    const onPaste = (event: ClipboardEvent) =>
      void openPictures(studio, filesIn(event.clipboardData), null)
    current.addEventListener('wheel', onWheel, { passive: false })
    document.addEventListener('paste', onPaste)
    return () => {
      current.removeEventListener('wheel', onWheel)
      document.removeEventListener('paste', onPaste)
    }
  }, [])

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button > MIDDLE_BUTTON) return
      event.preventDefault()
      element.current?.focus()
      element.current?.setPointerCapture(event.pointerId)
      const hand = isHandTool.value || event.button === MIDDLE_BUTTON
      const name = event.target instanceof HTMLElement ? event.target.dataset['nameOf'] : undefined
      gestures.press({ screen: screen(event), hand, shift: event.shiftKey, node: name ?? null })
    },
    onPointerMove: (event: PointerEvent) => gestures.drag(screen(event), event.shiftKey),
    onPointerUp: () => gestures.release(),
    onPointerCancel: () => gestures.cancel(),
    onDblClick: (event: MouseEvent) => gestures.reachInto(screen(event)),
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      isDropTarget.value = true
    },
    onDragLeave: () => {
      isDropTarget.value = false
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      isDropTarget.value = false
      element.current?.focus()
      const at = toCanvas(host.viewport.get(), screen(event))
      void openPictures(studio, filesIn(event.dataTransfer), at)
    },
  }
}
