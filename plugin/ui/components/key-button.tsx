import type { ComponentChildren } from 'preact'
import { useKey } from '../use-key.ts'

export type KeyButtonProps = {
  /** As useKey takes it, and as it is written on the button. */
  readonly hotkey: string
  /** For a button that stays pressed. */
  readonly isOn?: boolean
  /** Why it cannot be pressed, in words. */
  readonly problem?: string | null
  readonly onClick: () => void
  readonly children: ComponentChildren
}

/** A button and the key that does the same. */
export const KeyButton = ({ hotkey, isOn, problem = null, onClick, children }: KeyButtonProps) => {
  useKey(hotkey, onClick)
  return (
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
}
