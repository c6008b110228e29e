import { useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Studio } from '../create-studio.ts'
import { resizeView } from './viewport.ts'

/** Tells the host how much canvas is in sight: what the panel leaves free. */
export const useViewSize = (studio: Studio, element: RefObject<HTMLElement>): void => {
  const apply = () => {
    const { current } = element
    if (current === null) return
    const viewport = studio.host.viewport.get()
    const width = Math.max(1, current.clientWidth - studio.covered.value)
    const height = Math.max(1, current.clientHeight)
    if (viewport.width !== width || viewport.height !== height)
      studio.host.viewport.set(resizeView(viewport, width, height))
  }
  useSignalEffect(apply)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(apply)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
}
