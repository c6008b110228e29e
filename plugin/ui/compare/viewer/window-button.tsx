import type { Size } from '../../../../shared/aspect-ratio.ts'
import { usePanel } from '../../panel-context.ts'

/** Of the plugin's window, in pixels. */
const LARGE: Size = { width: 900, height: 860 }
const SMALL: Size = { width: 340, height: 640 }
/** From this width on, it is large enough to be made small. */
const WIDE = 520

/** More room for pictures, and back. */
export const WindowButton = () => {
  const { attempt, canvas } = usePanel().panel
  const isLarge = window.innerWidth >= WIDE
  return (
    <button class="button" onClick={() => attempt(() => canvas.resize(isLarge ? SMALL : LARGE))}>
      {isLarge ? 'Small window' : 'Large window'}
    </button>
  )
}
