import { followSize } from '../../../../shared/follow-size.ts'
import { Switch } from '../../components/switch.tsx'
import { usePanel } from '../../panel-context.ts'

/** The one selected layer, offered as the reference. */
export const ReferenceOffer = () => {
  const { panel, drafting } = usePanel()
  const { references } = drafting
  const { count, first, placeholder } = panel.selection.value
  if (references.isReading.value)
    return (
      <div class="row quiet" role="status">
        Reading the frame…
      </div>
    )
  const isNews = first?.node !== references.source.value || references.isGone.value
  if (count !== 1 || first === null || placeholder !== null || !isNews) return null
  if (followSize(first) === null)
    return <div class="quiet">“{first.name}” is too long and thin to be a reference.</div>
  const choose = () => panel.attempt(() => references.choose(first))
  if (references.chosen.value !== null)
    return (
      <button class="link brief" onClick={choose}>
        Use “{first.name}” instead
      </button>
    )
  const offer = `Use “${first.name}” as a reference`
  return (
    <div class="row">
      <div class="quiet clamped">{offer}</div>
      <Switch label={offer} isOn={false} onChange={choose} />
    </div>
  )
}
