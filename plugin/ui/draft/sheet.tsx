import { IconButton, IconClose16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import styles from './sheet.css'

export type SheetProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Stays in sight below what scrolls. */
  readonly footer?: ComponentChildren
}

/** A page over the tab. The browser's own modal dialog keeps the focus inside, and closes on Esc. */
export const Sheet = ({ title, onClose, children, footer }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Before the effects of what is inside: the kit's sliders measure themselves, and closed dialogs have no size.
  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [])
  return (
    <dialog ref={dialog} class={styles.sheet} aria-labelledby={heading} onClose={onClose}>
      <header class={styles.header}>
        <h2 id={heading}>{title}</h2>
        <IconButton aria-label="Close" onClick={() => dialog.current?.close()}>
          <IconClose16 />
        </IconButton>
      </header>
      <div class={styles.content}>{children}</div>
      {footer !== undefined && <footer class={styles.footer}>{footer}</footer>}
    </dialog>
  )
}
