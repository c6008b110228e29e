import { usePanel } from './panel-context.ts'

/** Pixels that an arrow key moves the corner by. */
const STEP = 20
const MOVES: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The window's lower right corner: drag it. Figma's plugin windows have no handle of their own. */
export const ResizeHandle = () => {
  const { panel } = usePanel()
  const moveTo = (x: number, y: number) =>
    panel.attempt(() => panel.canvas.resize({ width: Math.max(1, x), height: Math.max(1, y) }))
  return (
    <button
      class="handle"
      aria-label="Resize the window with the arrow keys"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={({ buttons, clientX, clientY }) => {
        if (buttons !== 0) moveTo(clientX, clientY)
      }}
      onKeyDown={({ key }) => {
        const move = MOVES[key]
        if (move !== undefined) moveTo(window.innerWidth + move[0], window.innerHeight + move[1])
      }}
    />
  )
}
