import { useRef } from 'preact/hooks'
import { Disclosure } from '../components/disclosure.tsx'
import { TextField } from '../components/text-field.tsx'
import { saveFile } from '../dataset/save-file.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'

/** For those who train elsewhere: the kit goes out, the weights come in. */
export const Elsewhere = () => {
  const { panel, training: room } = usePanel()
  const file = useRef<HTMLInputElement>(null)
  const address = useSignal('')
  const [style, version] = [room.style.value, room.version.value]
  if (style === null) return null
  const run = (work: () => Promise<unknown>) => () => panel.attempt(() => room.once(work))
  const importFrom = run(async () => {
    await panel.api.importWeights({ params: { id: style.id }, body: { url: address.value.trim() } })
    address.value = ''
    await panel.proxy.check()
  })
  const upload = run(async () => {
    const chosen = file.current?.files?.[0]
    if (chosen === undefined || file.current === null) return
    // The same file once more is news, too.
    file.current.value = ''
    await panel.api.uploadWeights(style.id, chosen.name, chosen)
    await panel.proxy.check()
  })
  return (
    <Disclosure title="Train elsewhere">
      <div class="stack">
        <div class="quiet">
          The kit trains as it is with ai-toolkit, on your own graphics card or a rented one. Flux
          Dev outside Replicate is for non-commercial use unless you have a licence.
        </div>
        <button
          class="button"
          disabled={version === null}
          onClick={run(async () => {
            if (version === null) return
            const kit = await panel.api.kit(version.dataset, version.number, room.steps.value)
            saveFile(`${style.id}-v${version.number}-kit.zip`, kit)
          })}
        >
          Save the kit{version && ` of v${version.number}`}
        </button>
        <TextField
          label="Weights at an address"
          hint="A .safetensors file that Replicate can download. It becomes a new version."
          spellcheck={false}
          value={address.value}
          onChange={(value) => (address.value = value)}
        />
        <div class="actions">
          <button
            class="button"
            disabled={!/^https:\/\/\S+$/.test(address.value.trim())}
            onClick={importFrom}
          >
            Import
          </button>
          <button class="button" onClick={() => file.current?.click()}>
            Choose a file…
          </button>
        </div>
        <input ref={file} type="file" accept=".safetensors" hidden onChange={upload} />
        <div class="quiet">A file is kept for an engine on the proxy’s own machine.</div>
      </div>
    </Disclosure>
  )
}
