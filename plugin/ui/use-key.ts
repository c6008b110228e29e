import { useEffect, useRef } from 'preact/hooks'

const askers: { readonly name: string; readonly hear: (event: KeyboardEvent) => void }[] = []

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]), textarea, select') !== null

/** A digit by its place: with Shift, and in some countries without, its key writes something else. */
const nameOf = ({ key, code, shiftKey }: KeyboardEvent): string =>
  (shiftKey ? '⇧' : '') + (/^Digit(\d)$/.exec(code)?.[1] ?? key.toUpperCase())

/**
 * A single key, as `S` or `⇧M`, while nothing is being written and no dialog is open. Where two ask for the same key, the
 * one that came later has it for as long as it is there.
 */
export const useKey = (name: string, run: () => void): void => {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (askers.filter((asker) => asker.name === name).at(-1)?.hear !== hear) return
      const isTaken = event.defaultPrevented || event.isComposing || event.repeat
      if (isTaken || event.ctrlKey || event.metaKey || event.altKey) return
      if (nameOf(event) !== name || isWriting(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current()
    }
    const asker = { name, hear }
    askers.push(asker)
    window.addEventListener('keydown', hear)
    return () => {
      askers.splice(askers.indexOf(asker), 1)
      window.removeEventListener('keydown', hear)
    }
  }, [name])
}
