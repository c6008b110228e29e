import type { JobView, RunView } from '../../../shared/contract/index.ts'
import { Icon } from '../components/icon.tsx'
import { usePanel } from '../panel-context.ts'
import { pictureKey } from '../placeholder-store.ts'
import { PictureImage } from './picture-image.tsx'

export type PictureTileProps = { readonly job: JobView; readonly run: RunView }

/** One picture of a job: how far it is, or the picture itself, which leads to its frame. */
export const PictureTile = ({ job, run }: PictureTileProps) => {
  const { panel, drafting } = usePanel()
  const picture = { job: job.id, index: run.index }
  const output = job.outputs.find(({ index }) => index === run.index)
  const name = `Picture ${run.index + 1}`
  if (output === undefined)
    return (
      <div class="tile empty" aria-label={`${name}: ${run.state}`} role="img">
        {run.state === 'failed' && <Icon name="warning" />}
        {run.state === 'running' && run.fraction !== null && `${Math.round(run.fraction * 100)}%`}
      </div>
    )
  const placeholder = panel.placeholders.byKey.value.get(pictureKey(picture))
  // Undo brings a placeholder back, and one that could not be filled stays: both wait for her word.
  const waits = placeholder !== undefined && (output.placed || placeholder.failure !== null)
  const word = output.placed ? 'Place again' : 'Place'
  return (
    <button
      class="tile"
      aria-label={`${name}: ${waits ? word.toLowerCase() : 'show on the canvas'}`}
      onClick={() =>
        panel.attempt(() => (waits ? drafting.place({ job, output }) : drafting.reveal(picture)))
      }
    >
      <PictureImage file={output.file} />
      {waits && <span class="caption">{word}</span>}
    </button>
  )
}
