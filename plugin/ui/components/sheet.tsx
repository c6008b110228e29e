import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from './icon-button.tsx'

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
  useEffect(() => {
    dialog.current?.showModal()
    // Where she types first; a slider or a tick would only scroll its page away.
    dialog.current?.querySelector<HTMLElement>('input:not([type=range], [type=checkbox])')?.focus()
  }, [])
  return (
    <dialog ref={dialog} class="sheet" aria-label={title} onClose={onClose}>
      <header>
        <h2>{title}</h2>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </header>
      <div class="content scroll">{children}</div>
      {footer !== undefined && <footer class="footer">{footer}</footer>}
    </dialog>
  )
}
