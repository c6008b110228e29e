import { useEffect, useErrorBoundary } from 'preact/hooks'
import { createComparing } from './compare/create-comparing.ts'
import { Note } from './components/note.tsx'
import { applyLaunch } from './draft/apply-launch.ts'
import { createDatasetRoom } from './dataset/create-dataset-room.ts'
import { createDrafting } from './draft/drafting.ts'
import type { Everything } from './panel-context.ts'
import { PanelContext } from './panel-context.ts'
import type { PanelOptions } from './panel.ts'
import { createPanel } from './panel.ts'
import { Shell } from './shell.tsx'
import { createTrainRoom } from './train/create-train-room.ts'
import { useSignal } from './use-signal.ts'

/** Opens the panel and shows it; what goes wrong beyond repair is said in words. */
export const App = (options: PanelOptions) => {
  const everything = useSignal<Everything | null>(null)
  const isBroken = useSignal(false)
  useErrorBoundary(() => {
    isBroken.value = true
  })

  useEffect(() => {
    const stops: (() => void)[] = []
    const open = async () => {
      const opened = await options.canvas.open(undefined)
      const panel = createPanel(options, opened)
      const drafting = createDrafting(panel, opened)
      const comparing = createComparing(panel, drafting)
      stops.push(panel.start(), drafting.start(), comparing.start())
      applyLaunch(opened.launch, panel, drafting)
      const dataset = createDatasetRoom(panel, drafting)
      const training = createTrainRoom({ panel, drafting, comparing, dataset })
      everything.value = { panel, drafting, comparing, dataset, training }
    }
    open().catch(() => (isBroken.value = true))
    return () => stops.forEach((stop) => stop())
  }, [])

  if (isBroken.value)
    return (
      <Note tone="danger" title="Maquette stopped">
        Close the plugin and open it again. Your drafts are safe: they are kept by the proxy.
      </Note>
    )
  if (everything.value === null) return <div aria-busy="true" />
  return (
    <PanelContext.Provider value={everything.value}>
      <Shell />
    </PanelContext.Provider>
  )
}
