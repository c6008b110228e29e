import { useEffect } from 'preact/hooks'
import { ConnectionNote } from '../components/connection-note.tsx'
import { SelectField } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { ChecksSection } from './checks-section.tsx'
import { ExportButton } from './export-button.tsx'
import { PiecesSection } from './pieces-section.tsx'
import { SelectedSection } from './selected-section.tsx'
import { SheetsSection } from './sheets/sheets-section.tsx'
import { VersionsSection } from './versions-section.tsx'

/** So many layers are looked at again whenever she comes back from the canvas. */
const FEW = 30

/** The style's training pieces: from finished frames to a ZIP that a trainer takes. */
export const DatasetTab = () => {
  const { panel, dataset } = usePanel()
  const { selected, style, styles } = dataset
  const { state } = panel.proxy.connection.value
  const selection = panel.selection.value
  useEffect(() => panel.attempt(selected.load), [])
  useEffect(() => {
    if (state !== 'connected' || style.value === null) return
    panel.attempt(dataset.load)
    panel.attempt(dataset.describing.load)
  }, [state, style.value?.id])
  useEffect(() => panel.attempt(selected.refresh), [selection])
  const isRunning = (dataset.exporting.run.value?.state ?? 'ended') !== 'ended'
  const cameBack = () => {
    if (!isRunning && selected.candidates.value.length <= FEW) panel.attempt(selected.refresh)
  }
  return (
    <>
      <div class="content scroll" onPointerEnter={cameBack}>
        {state !== 'connected' && state !== 'connecting' && <ConnectionNote />}
        {style.value !== null && (
          <SelectField
            label="Style"
            value={style.value.id}
            options={styles.value.map(({ id }) => id)}
            textOf={(id) => styles.value.find((one) => one.id === id)?.name ?? id}
            onChange={dataset.choose}
          />
        )}
        <SelectedSection />
        <PiecesSection />
        <ChecksSection onOpen={(piece) => (dataset.open.value = piece)} />
        <VersionsSection />
        <SheetsSection />
      </div>
      <ExportButton />
    </>
  )
}
