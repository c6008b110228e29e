import { ConnectionNote } from '../components/connection-note.tsx'
import { usePanel } from '../panel-context.ts'
import { BoardSection } from './board/board-section.tsx'
import { SelectedRecipe } from './selected-recipe.tsx'
import { SweepCards } from './sweep/sweep-cards.tsx'
import { ViewerSection } from './viewer/viewer-section.tsx'
import { SweepSection } from './sweep/sweep-section.tsx'

/** Drafts, references and her own frames next to each other. */
export const CompareTab = () => {
  const { proxy, selection } = usePanel().panel
  const { state } = proxy.connection.value
  return (
    <div class="content scroll">
      {state !== 'connected' && state !== 'connecting' && <ConnectionNote />}
      {selection.value.count === 0 && (
        <div class="quiet" role="status">
          Select drafts, references or frames of your own to compare them.
        </div>
      )}
      <SweepCards />
      <SelectedRecipe />
      <ViewerSection />
      <BoardSection />
      <SweepSection />
    </div>
  )
}
