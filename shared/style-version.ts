import * as v from 'valibot'
import { DatasetId, TrainingId } from './ids.ts'
import { ModelName } from './model-name.ts'

/** From 1 on in each style, and never given twice. */
const VersionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))
export const VersionNote = v.pipe(
  v.string(),
  v.maxLength(300, 'A note has at most 300 characters.'),
)
/** A retired version is not offered any more; what was made with it keeps its recipe. */
export const VersionState = v.picklist(['active', 'retired'])

/** Where a version came from. */
export const VersionOrigin = v.variant('type', [
  v.object({ type: v.literal('typed') }),
  v.object({
    type: v.literal('training'),
    training: TrainingId,
    dataset: DatasetId,
    datasetVersion: v.number(),
  }),
  /** Trained elsewhere. `name` is that of the file. */
  v.object({ type: v.literal('imported'), name: v.string() }),
])
export type VersionOrigin = v.InferOutput<typeof VersionOrigin>

/** One trained LoRA of a style. */
export const StyleVersion = v.object({
  number: VersionNumber,
  model: ModelName,
  /** ISO 8601, UTC. */
  createdAt: v.string(),
  /** Empty: none. */
  note: VersionNote,
  state: VersionState,
  origin: VersionOrigin,
})
export type StyleVersion = v.InferOutput<typeof StyleVersion>
