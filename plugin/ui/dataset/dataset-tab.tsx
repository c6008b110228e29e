import { ConnectionNote } from '../components/connection-note.tsx'
import { usePanel } from '../panel-context.ts'

/** The style's training pieces: from finished frames to a ZIP that a trainer takes. */
export const DatasetTab = () => {
  const { state } = usePanel().panel.proxy.connection.value
  return (
    <div class="content scroll">
      {state !== 'connected' && state !== 'connecting' && <ConnectionNote />}
      <div class="quiet" role="status">
        Select finished frames to train the style on them.
      </div>
    </div>
  )
}
