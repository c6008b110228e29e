import type { Signal } from '@preact/signals-core'
import type { ComponentChildren } from 'preact'
import { useSignal } from '../use-signal.ts'
import { Icon } from './icon.tsx'

export type DisclosureProps = {
  readonly title: string
  /** For whoever opens it from elsewhere. */
  readonly isOpen?: Signal<boolean>
  readonly children: ComponentChildren
}

/** What is seldom needed. Esc inside closes it, and only then the plugin. */
export const Disclosure = ({ title, isOpen: given, children }: DisclosureProps) => {
  const own = useSignal(false)
  const isOpen = given ?? own
  return (
    <details
      open={isOpen.value}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value || event.defaultPrevented) return
        event.preventDefault()
        event.currentTarget.querySelector('summary')?.focus()
        isOpen.value = false
      }}
    >
      <summary>
        <Icon name="open" />
        {title}
      </summary>
      {isOpen.value && children}
    </details>
  )
}
