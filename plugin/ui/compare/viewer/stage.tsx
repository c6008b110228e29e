import { useEffect, useRef } from 'preact/hooks'
import type { Size } from '../../../../shared/aspect-ratio.ts'
import { useSignal } from '../../use-signal.ts'
import type { Scene } from './draw-stage.ts'
import { drawStage } from './draw-stage.ts'

export type Point = { readonly x: number; readonly y: number }
export type StageProps = {
  readonly scene: Scene
  readonly label: string
  /** A press on the stage, and how it goes on; null when nothing is moved by it. */
  readonly onPress: (at: Point, stage: Size) => ((at: Point) => void) | null
  readonly onRelease: () => void
  readonly onZoom: (factor: number, at: Point, stage: Size) => void
  /** True: the key is taken. */
  readonly onKey: (event: KeyboardEvent, stage: Size) => boolean
}

/** Of one notch of a mouse wheel, with Ctrl or Cmd; a pinch sends smaller ones. */
const WHEEL = 0.003

/** The two pictures. Drawn anew whenever anything about them changes, in the pixels of her screen. */
export const Stage = ({ scene, label, onPress, onRelease, onZoom, onKey }: StageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useSignal<Size>({ width: 0, height: 0 })
  const drag = useRef<((at: Point) => void) | null>(null)
  const stage = size.value
  useEffect(() => {
    const { current } = canvas
    if (current === null) return
    const watch = new ResizeObserver(() => {
      size.value = { width: current.clientWidth, height: current.clientHeight }
    })
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d')
    // A picture that was given back has no width.
    if (drawing == null || stage.width === 0 || scene.pictures.some(({ width }) => width === 0))
      return
    const pixels = window.devicePixelRatio
    drawing.canvas.width = Math.round(stage.width * pixels)
    drawing.canvas.height = Math.round(stage.height * pixels)
    drawStage(drawing, stage, pixels, scene)
  })
  const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY })
  const isSlider = scene.mode === 'Slider'
  return (
    <canvas
      ref={canvas}
      class="stage"
      style={{ cursor: isSlider && scene.view.zoom === 1 ? 'ew-resize' : 'grab' }}
      tabIndex={0}
      role={isSlider ? 'slider' : 'img'}
      aria-label={label}
      aria-valuenow={isSlider ? Math.round(scene.slider * 100) : undefined}
      onPointerDown={(event) => {
        drag.current = onPress(pointOf(event), stage)
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => drag.current?.(pointOf(event))}
      onPointerUp={() => {
        drag.current = null
        onRelease()
      }}
      onWheel={(event) => {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        onZoom(Math.exp(-event.deltaY * WHEEL), pointOf(event), stage)
      }}
      onKeyDown={(event) => {
        if (onKey(event, stage)) event.preventDefault()
      }}
    />
  )
}
