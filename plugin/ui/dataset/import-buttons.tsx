import { useRef } from 'preact/hooks'
import { usePanel } from '../panel-context.ts'
import type { TrainingSet } from './training-set.ts'
import { fromFolder, fromZip } from './training-set.ts'

type ChooserProps = {
  readonly kind: TrainingSet['kind']
  readonly onChoose: (files: readonly File[]) => void
}

const Chooser = ({ kind, onChoose }: ChooserProps) => {
  const { panel } = usePanel()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        class="link"
        disabled={!panel.proxy.isConnected.value}
        onClick={() => field.current?.click()}
      >
        Add a {kind}…
      </button>
      <input
        ref={field}
        type="file"
        {...(kind === 'ZIP' ? { accept: '.zip,application/zip' } : { webkitdirectory: true })}
        aria-label={`${kind} to add`}
        hidden
        onChange={(event) => {
          onChoose([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** The ways to an existing training set on her disk. */
export const ImportButtons = () => {
  const { choose } = usePanel().dataset.importing
  const take = (set: TrainingSet | null | undefined) => {
    if (set) choose(set)
  }
  return (
    <div class="links">
      <Chooser kind="ZIP" onChoose={([file]) => take(file && fromZip(file))} />
      <Chooser kind="folder" onChoose={(files) => take(fromFolder(files))} />
    </div>
  )
}
