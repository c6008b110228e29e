import type { ComponentChildren } from 'preact'
import { CompareTab } from './compare/compare-tab.tsx'
import { TroubleNote } from './components/trouble-note.tsx'
import { DatasetTab } from './dataset/dataset-tab.tsx'
import { DraftTab } from './draft/draft-tab.tsx'
import { usePanel } from './panel-context.ts'
import type { TabName } from './panel.ts'
import { ResizeHandle } from './resize-handle.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import { TrainTab } from './train/train-tab.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { describeConnection } from './words/describe-connection.ts'

const TABS: Readonly<Record<TabName, () => ComponentChildren>> = {
  Draft: DraftTab,
  Compare: CompareTab,
  Dataset: DatasetTab,
  Train: TrainTab,
  Settings: SettingsTab,
}
const NAMES: readonly TabName[] = ['Draft', 'Compare', 'Dataset', 'Train', 'Settings']
const MOVES: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** The tabs, and what is true on each of them. */
export const Shell = () => {
  const { panel } = usePanel()
  const words = describeConnection(panel.proxy.connection.value, panel.origin)
  const open = panel.tab.value
  const Tab = TABS[open]
  useShortcuts()

  const moveTab = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (move === undefined) return
    const next = NAMES.at((NAMES.indexOf(open) + move) % NAMES.length)
    if (next === undefined) return
    panel.tab.value = next
    document.getElementById(`tab-${next}`)?.focus()
  }

  return (
    <div class="shell">
      <header>
        <div role="tablist" aria-label="Maquette" onKeyDown={moveTab}>
          {NAMES.map((name) => (
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
        <div class="connection" role="status" aria-label="Proxy" title={words.title}>
          <span class={`dot ${words.tone}`} />
          <span class={words.tone === 'good' ? 'unseen' : undefined}>{words.title}</span>
        </div>
      </header>
      <TroubleNote />
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${open}`} class="content">
        <Tab />
      </div>
      <ResizeHandle />
    </div>
  )
}
