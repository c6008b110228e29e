import type {
  DatasetSummary,
  DatasetView,
  TrainAnyway,
  VersionSummary,
  VersionView,
} from '../../shared/contract/index.ts'
import { archiveSize } from './archive.ts'
import type { DatasetRecord } from './dataset-store.ts'
import type { StoredPiece } from './frozen-version.ts'
import type { PieceRecord } from './piece-record.ts'
import { toPieceView } from './piece-record.ts'
import type { VersionRecord } from './version-store.ts'

const toDates = ({ createdAt, changedAt }: DatasetRecord) => ({
  createdAt: new Date(createdAt).toISOString(),
  changedAt: new Date(changedAt).toISOString(),
})

export const toSummary = (dataset: DatasetRecord, pieces: number): DatasetSummary => ({
  ...dataset,
  ...toDates(dataset),
  pieces,
})

export const toDatasetView = (
  dataset: DatasetRecord,
  pieces: readonly PieceRecord[],
): DatasetView => ({ ...dataset, ...toDates(dataset), pieces: pieces.map(toPieceView) })

/** The pieces that are in the training ZIP, in their order. */
export const trainedPieces = (pieces: readonly StoredPiece[]): StoredPiece[] =>
  pieces.filter(({ use }) => use === 'train')

export const toVersionSummary = (
  dataset: Pick<DatasetRecord, 'id'>,
  { number, hash, frozenAt, version: { style, frozenBy, pieces } }: VersionRecord,
  trainAnyway: readonly TrainAnyway[],
): VersionSummary => {
  const count = (wanted: StoredPiece['use']) => pieces.filter(({ use }) => use === wanted).length
  return {
    dataset: dataset.id,
    style,
    number,
    hash,
    frozenAt: new Date(frozenAt).toISOString(),
    frozenBy,
    counts: {
      train: count('train'),
      heldOut: count('held-out'),
      noConsent: count('no-consent'),
    },
    trainAnyway: [...trainAnyway],
    archive: { name: `${style}-v${number}.zip`, bytes: archiveSize(trainedPieces(pieces)) },
  }
}

export const toVersionView = (
  dataset: Pick<DatasetRecord, 'id'>,
  record: VersionRecord,
  trainAnyway: readonly TrainAnyway[],
): VersionView => ({
  ...toVersionSummary(dataset, record, trainAnyway),
  pieces: record.version.pieces,
})
