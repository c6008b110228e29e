import type { Omission } from '../../../shared/training.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { Switch } from '../components/switch.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'

export const OMISSION_WORDS: Readonly<Record<Omission, string>> = {
  text: 'Text layers and their plates',
  named: 'Layers with these words in their names',
  hidden: 'Hidden layers',
  references: 'Photos that were a reference',
  drafts: 'Drafts that lie in the work',
}

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)
      .filter((word) => word !== ''),
  ),
]

/** What no piece shows, kind by kind; remembered on this device. */
export const LeaveOutSwitches = () => {
  const { panel, dataset } = usePanel()
  const { switches, change } = dataset.selected
  const { leaveOut, names } = switches.value
  const typed = useSignal<string | null>(null)
  const put = (kind: Omission, isOn: boolean) =>
    panel.attempt(() =>
      change({ leaveOut: isOn ? [...leaveOut, kind] : leaveOut.filter((one) => one !== kind) }),
    )
  return (
    <Disclosure title={`Left out of every piece (${leaveOut.length} of 5 kinds)`}>
      {(Object.keys(OMISSION_WORDS) as Omission[]).map((kind) => (
        <div key={kind} class="row">
          <div>{OMISSION_WORDS[kind]}</div>
          <Switch
            label={`Leave out: ${OMISSION_WORDS[kind]}`}
            isOn={leaveOut.includes(kind)}
            onChange={(isOn) => put(kind, isOn)}
          />
        </div>
      ))}
      <TextField
        label="Words in names"
        hint="Slices are never drawn."
        rows={2}
        spellcheck={false}
        value={typed.value ?? names.join(', ')}
        onChange={(text) => (typed.value = text)}
        onLeave={() => {
          if (typed.value === null) return
          const words = wordsIn(typed.value)
          typed.value = null
          panel.attempt(() => change({ names: words }))
        }}
      />
    </Disclosure>
  )
}
