import type { ComponentChildren } from 'preact'
import { perform } from '../canvas/perform.ts'
import type { Shortcut } from '../canvas/shortcut.ts'
import type { Studio } from '../create-studio.ts'

type ToolProps = {
  readonly studio: Studio
  readonly does: Shortcut
  readonly label: string
  readonly keys: string
  readonly disabled?: boolean
  readonly children: ComponentChildren
}

/** A button that does what its shortcut does. */
export const Tool = ({ studio, does, label, keys, disabled = false, children }: ToolProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={`${label} (${keys})`}
    disabled={disabled}
    onClick={() => perform(studio, does)}
  >
    {children}
  </button>
)
