import type { DatasetDiff, VersionSummary } from '../../../shared/contract/dataset-routes.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'

const describe = ({ counts, frozenAt }: VersionSummary): string =>
  [
    new Date(frozenAt).toLocaleDateString(),
    countOf(counts.train, 'piece'),
    ...(counts.heldOut > 0 ? [`${counts.heldOut} held out`] : []),
    ...(counts.noConsent > 0 ? [`${counts.noConsent} not to be trained on`] : []),
  ].join(' · ')

const changesOf = (diff: DatasetDiff): string[] =>
  (
    [
      ['Added', diff.added],
      ['Taken out', diff.removed],
      ['Other picture', diff.changedPicture],
      ['Other caption', diff.changedCaption],
      ['Other use', diff.changedUse],
    ] as const
  )
    .filter(([, pieces]) => pieces.length > 0)
    .map(([word, pieces]) => `${word}: ${pieces.map(({ name }) => name).join(', ')}`)
    .concat(diff.reordered ? ['In another order'] : [])

/** The frozen versions: what a style is trained on, and what leaves as a ZIP. */
export const VersionsSection = () => {
  const { panel, dataset } = usePanel()
  const diff = useSignal<DatasetDiff | null>(null)
  const isBusy = useSignal(false)
  const { view, versions } = dataset
  if (view.value === null || dataset.pieces.value.length + versions.value.length === 0) return null
  const work = (run: () => Promise<unknown>) => () => {
    if (isBusy.value) return
    isBusy.value = true
    panel.attempt(() => run().finally(() => (isBusy.value = false)))
  }
  const freeze = async () => {
    const newest = versions.value[0]?.number ?? 0
    if (!(await dataset.freeze()))
      await panel.canvas.notify({ message: `Nothing has changed since v${newest}.`, error: false })
  }
  const compare = (from: number) => async () => {
    diff.value = diff.value?.from === from ? null : await dataset.diff(from)
  }
  return (
    <section aria-label="Versions" class="section">
      <div class="row">
        <h2>Versions</h2>
        <button
          class="button"
          aria-disabled={isBusy.value || dataset.pieces.value.length === 0}
          onClick={work(freeze)}
        >
          Freeze v{(versions.value[0]?.number ?? 0) + 1}
        </button>
      </div>
      {versions.value.length === 0 && (
        <div class="quiet">
          A frozen version never changes. A style is trained on one, and it leaves as a ZIP.
        </div>
      )}
      <ul>
        {versions.value.map((version) => (
          <li key={version.number} class="job">
            <div class="row">
              <div>
                <strong>v{version.number}</strong>
                <div class="quiet">{describe(version)}</div>
              </div>
              <button class="button" onClick={work(compare(version.number))}>
                Changes
              </button>
              <button
                class="button"
                aria-label={`Save v${version.number} as a ZIP`}
                onClick={work(() => dataset.save(version))}
              >
                Save ZIP
              </button>
            </div>
            {diff.value?.from === version.number && (
              <div class="quiet" role="status">
                {changesOf(diff.value).map((line) => (
                  <div key={line}>{line}</div>
                ))}
                {changesOf(diff.value).length === 0 && 'Nothing has changed since.'}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
