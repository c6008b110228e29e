import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export type MenuEntry =
  | { readonly type: 'separator' }
  | {
      readonly type: 'item'
      readonly name: string
      readonly keys?: string
      readonly choose: () => void
    }

type Props = {
  readonly label: string
  readonly class: string
  readonly children: ComponentChildren
  readonly entries: readonly MenuEntry[]
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A button with a menu, by pointer and by keys. */
export const Menu = ({ label, class: className, children, entries }: Props) => {
  const isOpen = useSignal(false)
  const root = useRef<HTMLDivElement>(null)
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const close = () => {
    isOpen.value = false
  }
  useEffect(() => {
    if (isOpen.value) items()[0]?.focus()
  }, [isOpen.value])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen.value) return
    if (event.key === 'Escape') {
      close()
      root.current?.querySelector('button')?.focus()
    } else {
      const step = STEPS[event.key]
      if (step === undefined) return
      const all = items()
      const at = all.findIndex((item) => item === document.activeElement)
      all.at((at + step) % all.length)?.focus()
    }
    event.preventDefault()
  }
  const onFocusOut = (event: FocusEvent) => {
    const { relatedTarget } = event
    if (!(relatedTarget instanceof Node) || root.current?.contains(relatedTarget) !== true) close()
  }
  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class={className}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-label={label}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        {children}
      </button>
      {isOpen.value && (
        <div class="menu-list" role="menu" aria-label={label}>
          {entries.map((entry) =>
            entry.type === 'separator' ? (
              <hr />
            ) : (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close()
                  entry.choose()
                }}
              >
                <span>{entry.name}</span>
                {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}
