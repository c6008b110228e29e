import { useEffect } from 'preact/hooks'
import type { JobView, TrainingView, VersionView } from '../../../shared/contract/index.ts'
import type { FileId, StyleId } from '../../../shared/ids.ts'
import type { StyleVersion } from '../../../shared/style-version.ts'
import { PictureImage } from '../draft/picture-image.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { formatPrice } from '../words/format-price.ts'
import { formatSeconds } from '../words/format-seconds.ts'
import { wordsOf } from '../words/words-of.ts'

export type LineageProps = { readonly style: StyleId; readonly version: StyleVersion }

type Found = {
  readonly training: TrainingView | null
  readonly dataset: VersionView | null
  /** Newest first. */
  readonly jobs: readonly JobView[]
}

const SHOWN = 12
const MEGABYTE = 1_000_000

const Pictures = ({ files }: { readonly files: readonly FileId[] }) => (
  <div class="strip">
    {files.slice(0, SHOWN).map((file, at) => (
      <PictureImage key={`${at}/${file}`} file={file} isSmall />
    ))}
  </div>
)

const describeTraining = ({ trainer, steps, result, cost }: TrainingView): string =>
  [
    trainer.label,
    `${steps.toLocaleString('en')} steps`,
    result?.seconds != null && formatSeconds(result.seconds),
    cost && formatPrice(cost),
    result?.weights &&
      `weights kept, ${Math.round(result.weights.bytes / MEGABYTE)} MB, rank ${result.weights.rank}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** Where a version comes from and what was made with it: pieces, dataset version, training, drafts. */
export const Lineage = ({ style, version: { origin, model } }: LineageProps) => {
  const { panel } = usePanel()
  const found = useSignal<Found | null>(null)
  const failure = useSignal<string | null>(null)
  useEffect(() => {
    const { api } = panel
    const load = async () => {
      const isTrained = origin.type === 'training'
      const [training, dataset, drawn] = await Promise.all([
        isTrained ? api.getTraining({ params: { id: origin.training } }) : null,
        isTrained
          ? api.getVersion({
              params: { id: origin.dataset, version: String(origin.datasetVersion) },
            })
          : null,
        api.listJobs({ query: { style, version: model, limit: String(SHOWN) } }),
      ])
      found.value = {
        training: training?.training ?? null,
        dataset: dataset?.version ?? null,
        jobs: drawn.jobs,
      }
    }
    load().catch((error: unknown) => (failure.value = wordsOf(error)))
  }, [panel, model])

  if (failure.value !== null) return <div class="error">{failure.value}</div>
  if (found.value === null) return <div class="quiet">Looking it up…</div>
  const { training, dataset, jobs } = found.value
  const pieces = dataset?.pieces.filter(({ use }) => use === 'train') ?? []
  const drafts = jobs.flatMap(({ outputs }) => outputs.map(({ file }) => file))
  return (
    <div class="stack">
      {dataset !== null && (
        <div>
          {countOf(pieces.length, 'piece')} · dataset v{dataset.number}, frozen on{' '}
          {new Date(dataset.frozenAt).toLocaleDateString()}
          <Pictures files={pieces.map(({ file }) => file)} />
        </div>
      )}
      {training !== null && <div>↓ {describeTraining(training)}</div>}
      {training?.warnings.map((warning) => (
        <div key={warning} class="error">
          {warning}
        </div>
      ))}
      <div>
        ↓ {drafts.length === 0 ? 'No drafts were made with it yet' : 'Drafts made with it'}
        <Pictures files={drafts} />
      </div>
    </div>
  )
}
