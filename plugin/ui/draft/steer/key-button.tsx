import type { ComponentChildren } from 'preact'

export type KeyButtonProps = {
  /** As it is written on the button: `S`, `⇧M`. */
  readonly hotkey: string
  /** For a button that stays pressed. */
  readonly isOn?: boolean
  /** Why it cannot be pressed, in words. */
  readonly problem?: string | null
  readonly onClick: () => void
  readonly children: ComponentChildren
}

/** A button that says which key does the same. */
export const KeyButton = ({ hotkey, isOn, problem = null, onClick, children }: KeyButtonProps) => (
  <button
    class="button"
    aria-pressed={isOn}
    aria-disabled={problem !== null}
    aria-keyshortcuts={hotkey.replace('⇧', 'Shift+')}
    title={problem ?? undefined}
    onClick={onClick}
  >
    {children} <kbd>{hotkey}</kbd>
  </button>
)
