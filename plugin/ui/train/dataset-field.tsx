import type { VersionSummary } from '../../../shared/contract/index.ts'
import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import type { TrainSet } from './create-train-room.ts'

const keyOf = (set: number, version: number): string => `${set}/${version}`

const describe = ({ dataset }: TrainSet, { number, counts }: VersionSummary): string =>
  `${dataset.name} v${number} · ${countOf(counts.train, 'piece')}`

const describeHint = ({ frozenAt, counts: { heldOut, noConsent } }: VersionSummary): string =>
  [
    `Frozen on ${new Date(frozenAt).toLocaleDateString()}.`,
    heldOut > 0 && `${countOf(heldOut, 'piece')} held out for an exam.`,
    noConsent > 0 && `${countOf(noConsent, 'piece')} left out, without consent.`,
  ]
    .filter(Boolean)
    .join(' ')

/** What changed since the newest version, in words; null where nothing did. */
const describeChanges = ({ dataset, versions, changes }: TrainSet): string | null => {
  if (versions.length === 0)
    return dataset.pieces === 0 ? null : `${countOf(dataset.pieces, 'piece')}, not frozen yet`
  if (changes === null) return null
  const { added, removed, changedPicture, changedCaption, changedUse } = changes
  const altered = new Set([...changedPicture, ...changedCaption, ...changedUse].map(({ id }) => id))
  const words = [
    added.length > 0 && `${added.length} new`,
    altered.size > 0 && `${altered.size} changed`,
    removed.length > 0 && `${removed.length} taken out`,
  ].filter(Boolean)
  return words.length === 0 ? null : `Since v${changes.from}: ${words.join(', ')}`
}

/** Which frozen version is trained on, and the way to freeze what there is now. */
export const DatasetField = () => {
  const { panel, training: room } = usePanel()
  const sets = room.sets.value
  const version = room.version.value
  const at = sets === null || room.set.value === null ? 0 : sets.indexOf(room.set.value)
  if (sets === null) return <div class="quiet">Looking for datasets…</div>
  const options = sets.flatMap((set, at) =>
    set.versions.map((one) => ({ key: keyOf(at, one.number), at, one, text: describe(set, one) })),
  )
  const changes = room.set.value && describeChanges(room.set.value)
  return (
    <>
      {version === null ? (
        <div class="quiet">
          There is no frozen dataset yet. Gather pieces in the Dataset tab; a training needs a
          version that never changes.
        </div>
      ) : (
        <Field label="Dataset" hint={describeHint(version)}>
          {(ties) => (
            <Select
              {...ties}
              value={keyOf(at, version.number)}
              options={options.map(({ key }) => key)}
              textOf={(key) => options.find((option) => option.key === key)?.text ?? key}
              onChange={(key) => {
                const option = options.find((each) => each.key === key)
                if (option) room.chooseVersion({ set: option.at, version: option.one.number })
              }}
            />
          )}
        </Field>
      )}
      {changes !== null && (
        <div class="row">
          <span>{changes}</span>
          <button class="button" onClick={() => panel.attempt(room.freeze)}>
            Freeze as v{(room.set.value?.dataset.versions ?? 0) + 1}
          </button>
        </div>
      )}
      {version === null && (
        <button class="link" onClick={() => (panel.tab.value = 'Dataset')}>
          Open the Dataset tab
        </button>
      )}
    </>
  )
}
