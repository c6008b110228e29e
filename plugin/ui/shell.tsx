import { useEffect } from 'preact/hooks'
import { DraftTab } from './draft/draft-tab.tsx'
import { usePanel } from './panel-context.ts'
import type { TabName } from './panel.ts'
import { ResizeHandle } from './resize-handle.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import styles from './shell.css'
import { TroubleNote } from './trouble-note.tsx'
import { describeConnection } from './words/describe-connection.ts'

const TABS: readonly TabName[] = ['Draft', 'Settings']

/** The tabs, and what is true on each of them: errors, Esc, the window's size. */
export const Shell = () => {
  const { panel, drafting } = usePanel()
  const words = describeConnection(panel.proxy.connection.value, panel.origin)

  useEffect(() => {
    const keepForm = () => drafting.form.flush()
    const closeOnEscape = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.isComposing
      if (event.key !== 'Escape' || isTaken || document.querySelector('dialog[open]') !== null)
        return
      keepForm()
      panel.attempt(() => panel.canvas.close(undefined))
    }
    window.addEventListener('keydown', closeOnEscape)
    window.addEventListener('blur', keepForm)
    window.addEventListener('pagehide', keepForm)
    document.addEventListener('visibilitychange', keepForm)
    return () => {
      window.removeEventListener('keydown', closeOnEscape)
      window.removeEventListener('blur', keepForm)
      window.removeEventListener('pagehide', keepForm)
      document.removeEventListener('visibilitychange', keepForm)
    }
  }, [panel, drafting])

  const moveTab = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = TABS.find((name) => name !== panel.tab.value)
    if (other === undefined) return
    panel.tab.value = other
    document.getElementById(`tab-${other}`)?.focus()
  }

  return (
    <div class={styles.shell}>
      <header class={styles.header}>
        <div role="tablist" aria-label="Maquette" class={styles.tabs} onKeyDown={moveTab}>
          {TABS.map((name) => (
            <button
              key={name}
              id={`tab-${name}`}
              role="tab"
              type="button"
              class={styles.tab}
              aria-selected={panel.tab.value === name}
              aria-controls="tab-panel"
              tabIndex={panel.tab.value === name ? 0 : -1}
              onClick={() => (panel.tab.value = name)}
            >
              {name}
            </button>
          ))}
        </div>
        <div class={styles.connection} role="status" aria-label="Proxy">
          <span class={`${styles.dot} ${styles[words.tone]}`} />
          {words.title}
        </div>
      </header>
      <TroubleNote />
      <div
        id="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${panel.tab.value}`}
        class={styles.content}
      >
        {panel.tab.value === 'Draft' ? <DraftTab /> : <SettingsTab />}
      </div>
      <ResizeHandle />
    </div>
  )
}
