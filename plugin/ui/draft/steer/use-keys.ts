import { useEffect, useRef } from 'preact/hooks'

/** What a key does; a capital letter is the key with Shift. */
export type Keys = Readonly<Record<string, () => void>>

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]), textarea, select') !== null

/** Single keys, while nothing is being written and no dialog is open. */
export const useKeys = (keys: Keys): void => {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      const isTaken = event.defaultPrevented || event.isComposing || event.repeat
      if (isTaken || ctrlKey || metaKey || altKey || isWriting(target)) return
      const run = Object.hasOwn(current.current, key) ? current.current[key] : undefined
      if (run === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
