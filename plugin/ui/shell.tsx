import { TroubleNote } from './components/trouble-note.tsx'
import { DraftTab } from './draft/draft-tab.tsx'
import { usePanel } from './panel-context.ts'
import type { TabName } from './panel.ts'
import { ResizeHandle } from './resize-handle.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { describeConnection } from './words/describe-connection.ts'

const TABS: readonly TabName[] = ['Draft', 'Settings']

/** The tabs, and what is true on each of them. */
export const Shell = () => {
  const { panel } = usePanel()
  const words = describeConnection(panel.proxy.connection.value, panel.origin)
  const open = panel.tab.value
  useShortcuts()

  const moveTab = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = TABS.find((name) => name !== open)
    if (other === undefined) return
    panel.tab.value = other
    document.getElementById(`tab-${other}`)?.focus()
  }

  return (
    <div class="shell">
      <header>
        <div role="tablist" aria-label="Maquette" onKeyDown={moveTab}>
          {TABS.map((name) => (
            <button
              key={name}
              id={`tab-${name}`}
              role="tab"
              class="tab"
              aria-selected={open === name}
              aria-controls="tab-panel"
              tabIndex={open === name ? 0 : -1}
              onClick={() => (panel.tab.value = name)}
            >
              {name}
            </button>
          ))}
        </div>
        <div class="connection" role="status" aria-label="Proxy">
          <span class={`dot ${words.tone}`} />
          {words.title}
        </div>
      </header>
      <TroubleNote />
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${open}`} class="content">
        {open === 'Draft' ? <DraftTab /> : <SettingsTab />}
      </div>
      <ResizeHandle />
    </div>
  )
}
