import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Props = {
  readonly title: string
  /** The words on the button that goes on. */
  readonly action: string
  readonly danger?: boolean
  readonly onAction: (fields: FormData) => void
  /** Every way out without the action. */
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A question in a modal window: Enter goes on, Esc goes back. */
export const Dialog = ({ title, action, danger = false, onAction, onClose, children }: Props) => {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => element.current?.showModal(), [])
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (event.currentTarget instanceof HTMLFormElement) onAction(new FormData(event.currentTarget))
  }
  return (
    <dialog ref={element} aria-label={title} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <h2>{title}</h2>
        {children}
        <footer>
          <button type="button" class="button" onClick={() => element.current?.close()}>
            Cancel
          </button>
          <button type="submit" class={danger ? 'button danger' : 'button primary'}>
            {action}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
