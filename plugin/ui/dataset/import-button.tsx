import { useRef } from 'preact/hooks'
import { usePanel } from '../panel-context.ts'

/** The way to an existing training set on her disk. */
export const ImportButton = () => {
  const { panel, dataset } = usePanel()
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        class="button"
        disabled={!panel.proxy.isConnected.value}
        onClick={() => file.current?.click()}
      >
        Add a ZIP…
      </button>
      <input
        ref={file}
        type="file"
        accept=".zip,application/zip"
        aria-label="ZIP to add"
        hidden
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          if (chosen !== undefined) dataset.importing.choose(chosen)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
