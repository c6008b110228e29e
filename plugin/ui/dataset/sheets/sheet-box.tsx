import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Box } from '../../../../shared/contract/sheet-routes.ts'
import { dragBox, nudgeBox } from './drag-box.ts'
import type { Moved } from './drag-box.ts'
import { GRIPS } from './move-box.ts'

export type SheetBoxProps = {
  /** `doubtful` is told by a dashed edge, not by colour alone. */
  readonly look: 'sure' | 'doubtful' | 'label' | 'left'
  /** What is written in its corner. */
  readonly mark: string
  readonly label: string
  readonly box: Box
  readonly page: Size
  readonly isCurrent: boolean
  readonly onChoose: () => void
  readonly onMoved: Moved
  readonly onDelete?: () => void
}

/** A box on the sheet that a hand can move by its middle, its edges, or the arrow keys. */
export const SheetBox = (props: SheetBoxProps) => {
  const { look, mark, label, box, page, isCurrent, onChoose, onMoved, onDelete } = props
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  const scaleOf = (element: HTMLElement) =>
    page.width / (element.parentElement?.getBoundingClientRect().width ?? page.width)
  return (
    <button
      class={`box ${look}`}
      aria-label={label}
      aria-current={isCurrent}
      style={{
        left: percent(box.x, page.width),
        top: percent(box.y, page.height),
        width: percent(box.w, page.width),
        height: percent(box.h, page.height),
      }}
      onFocus={onChoose}
      onPointerDown={(event) => {
        event.currentTarget.focus()
        dragBox(event, box, scaleOf(event.currentTarget), onMoved)
      }}
      onKeyDown={(event) => {
        nudgeBox(event, box, scaleOf(event.currentTarget), onMoved)
        if (event.key === 'Delete' || event.key === 'Backspace') onDelete?.()
      }}
    >
      <span class="mark">{mark}</span>
      {isCurrent && GRIPS.map((grip) => <span key={grip} class="grip" data-grip={grip} />)}
    </button>
  )
}
