import { usePanel } from './panel-context.ts'
import styles from './shell.css'

const SMALLEST = { width: 280, height: 360 }

/** The window's lower right corner: drag it. Figma's plugin windows have no handle of their own. */
export const ResizeHandle = () => {
  const { panel } = usePanel()
  const drag = (event: PointerEvent) => {
    if (event.buttons === 0) return
    panel.attempt(() =>
      panel.canvas.resize({
        width: Math.max(SMALLEST.width, Math.round(event.clientX)),
        height: Math.max(SMALLEST.height, Math.round(event.clientY)),
      }),
    )
  }
  return (
    <div
      class={styles.handle}
      aria-hidden="true"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}
