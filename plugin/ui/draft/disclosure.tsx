import { IconChevronRight16 } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import styles from './disclosure.css'

export type DisclosureProps = { readonly title: string; readonly children: ComponentChildren }

/** What is seldom needed. Esc inside closes it, and only then the plugin. */
export const Disclosure = ({ title, children }: DisclosureProps) => {
  const isOpen = useSignal(false)
  return (
    <details
      class={styles.disclosure}
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
        <IconChevronRight16 />
        {title}
      </summary>
      {isOpen.value && children}
    </details>
  )
}
