import { useSignalEffect } from '@preact/signals'
import { RelaunchStrip } from './bar/relaunch-strip.tsx'
import { ToastList } from './bar/toast-list.tsx'
import { TopBar } from './bar/top-bar.tsx'
import { CanvasView } from './canvas/canvas-view.tsx'
import { EmptyHint } from './canvas/empty-hint.tsx'
import type { Studio } from './create-studio.ts'
import { PanelWindow } from './panel/panel-window.tsx'

export const App = ({ studio }: { studio: Studio }) => {
  useSignalEffect(() => {
    document.body.className = `figma-${studio.themes.theme.value}`
  })
  return (
    <>
      <TopBar studio={studio} />
      <main>
        <p class="caption">This is the studio, not Figma. Drafts stay in this browser.</p>
        <CanvasView studio={studio} />
        <EmptyHint studio={studio} />
        <div class="low" style={{ right: `${studio.covered.value}px` }}>
          <ToastList toasts={studio.toasts} />
          <RelaunchStrip studio={studio} />
        </div>
        <PanelWindow studio={studio} />
      </main>
    </>
  )
}
