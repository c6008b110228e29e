import { useEffect } from 'preact/hooks'
import { usePanel } from './panel-context.ts'

/** What the keyboard does everywhere: Esc closes the plugin, Ctrl or Cmd with Enter drafts. */
export const useShortcuts = (): void => {
  const { panel, drafting } = usePanel()
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const keepForm = () => drafting.form.flush()
    const press = (event: KeyboardEvent) => {
      // While an input method composes, keys belong to it (W3C UI Events: isComposing).
      const isTaken = event.defaultPrevented || event.isComposing || event.repeat
      if (isTaken || document.querySelector('dialog[open]') !== null) return
      if (event.key === 'Escape') {
        keepForm()
        panel.attempt(() => panel.canvas.close(undefined))
      }
      const isDraft = event.key === 'Enter' && (event.metaKey || event.ctrlKey)
      if (!isDraft || panel.tab.value !== 'Draft') return
      event.preventDefault()
      panel.attempt(drafting.press)
    }
    window.addEventListener('keydown', press, { signal })
    window.addEventListener('blur', keepForm, { signal })
    window.addEventListener('pagehide', keepForm, { signal })
    document.addEventListener('visibilitychange', keepForm, { signal })
    return () => stop.abort()
  }, [panel, drafting])
}
