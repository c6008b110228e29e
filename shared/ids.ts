import * as v from 'valibot'

/** A job: `job_` and 20 lower-case base-32 characters (100 random bits), made by the panel at the press. */
export const JobId = v.pipe(v.string(), v.regex(/^job_[0-9a-hjkmnp-tv-z]{20}$/), v.brand('JobId'))
export type JobId = v.InferOutput<typeof JobId>

/** A design file: a random id kept as plugin data on `figma.root`, because `figma.fileKey` is for private plugins only. */
export const DocumentId = v.pipe(
  v.string(),
  v.regex(/^doc_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('DocumentId'),
)
export type DocumentId = v.InferOutput<typeof DocumentId>

/** A training: `training_` and 20 base-32 characters, made by the panel at the press. */
export const TrainingId = v.pipe(
  v.string(),
  v.regex(/^training_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('TrainingId'),
)
export type TrainingId = v.InferOutput<typeof TrainingId>

/** A stored file: the lower-case hex SHA-256 of its bytes. */
export const FileId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('FileId'))
export type FileId = v.InferOutput<typeof FileId>

/** A style: a short lower-case slug, such as `nua`. */
export const StyleId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/), v.brand('StyleId'))
export type StyleId = v.InferOutput<typeof StyleId>

/** One open panel, for claims: `panel_` and 20 base-32 characters, new each time the panel opens. */
export const PanelId = v.pipe(
  v.string(),
  v.regex(/^panel_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('PanelId'),
)
export type PanelId = v.InferOutput<typeof PanelId>

/** A sweep: `sweep_` and 20 base-32 characters, made by the panel at the press. */
export const SweepId = v.pipe(
  v.string(),
  v.regex(/^sweep_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('SweepId'),
)
export type SweepId = v.InferOutput<typeof SweepId>

/** One choice among versions of a style: `comparison_` and 20 base-32 characters, made with its board. */
export const ComparisonId = v.pipe(
  v.string(),
  v.regex(/^comparison_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('ComparisonId'),
)
export type ComparisonId = v.InferOutput<typeof ComparisonId>

/** A design sheet that is cleaned: `sheet_` and 20 base-32 characters, made by the proxy. */
export const SheetId = v.pipe(
  v.string(),
  v.regex(/^sheet_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('SheetId'),
)
export type SheetId = v.InferOutput<typeof SheetId>

/** A dataset of a style: `set_` and 20 base-32 characters, made by the panel. */
export const DatasetId = v.pipe(
  v.string(),
  v.regex(/^set_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('DatasetId'),
)
export type DatasetId = v.InferOutput<typeof DatasetId>

/** A piece of a dataset: `piece_` and 20 base-32 characters, made by the panel. */
export const PieceId = v.pipe(
  v.string(),
  v.regex(/^piece_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('PieceId'),
)
export type PieceId = v.InferOutput<typeof PieceId>

/** What a picture shows, in words: `text_` and 20 base-32 characters, made by the panel. */
export const DescriptionId = v.pipe(
  v.string(),
  v.regex(/^text_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('DescriptionId'),
)
export type DescriptionId = v.InferOutput<typeof DescriptionId>

/** One ZIP that comes into one dataset: `import_` and 20 base-32 characters, made from both. */
export const ImportId = v.pipe(
  v.string(),
  v.regex(/^import_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('ImportId'),
)
export type ImportId = v.InferOutput<typeof ImportId>
