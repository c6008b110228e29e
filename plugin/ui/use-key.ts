import { useEffect, useRef } from 'preact/hooks'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]), textarea, select') !== null

const nameOf = ({ key, shiftKey }: KeyboardEvent): string =>
  (shiftKey ? '⇧' : '') + key.toUpperCase()

/** A single key, as `S` or `⇧M`, while nothing is being written and no dialog is open. */
export const useKey = (name: string, run: () => void): void => {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.isComposing || event.repeat
      if (isTaken || event.ctrlKey || event.metaKey || event.altKey) return
      if (nameOf(event) !== name || isWriting(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [name])
}
