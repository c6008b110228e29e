import { useEffect } from 'preact/hooks'
import type { DescriberView } from '../../../../shared/contract/description-views.ts'
import type { FileId } from '../../../../shared/ids.ts'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { formatPrice } from '../../words/format-price.ts'

type Target = { readonly name: string; readonly picture: () => Promise<FileId> }

/** What a description replaced, until she goes on from it. */
type Written = { readonly text: string; readonly before: string }

/** The selected layer that is no draft, or else the chosen reference. */
const useTarget = (): Target | null => {
  const { panel, drafting } = usePanel()
  const { count, first, placeholder, recipe } = panel.selection.value
  if (count === 1 && first !== null && placeholder === null && recipe === null)
    return {
      name: first.name,
      picture: async () => {
        const { bytes } = await panel.canvas.exportReference({ node: first.node })
        return (await panel.api.upload(new Uint8Array(bytes), 'image/png')).id
      },
    }
  const { chosen, isGone } = drafting.references
  if (chosen.value === null || isGone.value) return null
  const { name, file } = chosen.value
  return { name, picture: () => Promise.resolve(file) }
}

const offerOf = ({ destination, price }: DescriberView): string =>
  destination === null
    ? 'Describe its colours in words · free'
    : `Describe this person in words · ${formatPrice(price)}`

/** A reference photo as the words of a brief, for her to edit. */
export const DescribePerson = () => {
  const { panel, drafting, dataset } = usePanel()
  const { describing } = dataset
  const { form, references, resolved } = drafting
  const isBusy = useSignal(false)
  const written = useSignal<Written | null>(null)
  const target = useTarget()
  const isConnected = panel.proxy.isConnected.value
  const isWanted = isConnected && target !== null
  useEffect(() => {
    if (isWanted) panel.attempt(describing.load)
  }, [isWanted])
  const { brief } = form.form.value
  const style = resolved.value?.style.id
  const describe = ({ id, destination, label }: DescriberView, { name, picture }: Target) => {
    if (style === undefined) return
    const work = async () => {
      isBusy.value = true
      try {
        const file = await picture()
        const wish = { file, style, mode: 'person', hints: [] } as const
        const text = await describing.describe(id, wish)
        written.value = { text, before: form.form.peek().brief }
        form.propose({ brief: text })
      } finally {
        isBusy.value = false
      }
    }
    const place = { remote: destination !== null, label: destination ?? label }
    panel.attempt(() => references.permit(name, place, work))
  }
  if (isBusy.value)
    return (
      <div class="row quiet" role="status">
        Putting the picture into words…
      </div>
    )
  const { text, before } = written.value ?? {}
  return (
    <>
      {text === brief && before !== undefined && before !== brief && (
        <div class="row quiet">
          <div role="status">The brief was written from the picture. Change it as you like.</div>
          <button class="link" onClick={() => form.change({ brief: before })}>
            Undo
          </button>
        </div>
      )}
      {isWanted &&
        describing.describers.value.map((describer) => (
          <div key={describer.id} class="row">
            <button
              class="link"
              disabled={describer.trouble !== null}
              title={describer.trouble ?? `“${target.name}”, by ${describer.label}`}
              onClick={() => describe(describer, target)}
            >
              {offerOf(describer)}
            </button>
          </div>
        ))}
    </>
  )
}
