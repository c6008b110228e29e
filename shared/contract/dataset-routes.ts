import * as v from 'valibot'
import { DatasetId, FileId, PieceId, StyleId } from '../ids.ts'
import { pieceEntries } from '../piece.ts'
import { TrainAnyway } from './check-views.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Grows by one with every change: whoever writes says which one it last saw. */
const Revision = v.pipe(v.number(), v.integer(), v.minValue(0))

const pieceView = {
  id: PieceId,
  /** Its own for ever, from 1; also after it was removed and came back. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Of its files, such as `figurine_01` for `figurine_01.png` and `figurine_01.txt`. */
  name: v.string(),
  ...pieceEntries,
}

export const PieceView = v.object({
  ...pieceView,
  revision: Revision,
  /** ISO 8601, UTC. */
  changedAt: v.string(),
})
export type PieceView = v.InferOutput<typeof PieceView>

const summary = {
  id: DatasetId,
  style: StyleId,
  name: v.string(),
  /** Grows with every change of it or of its pieces. */
  revision: Revision,
  createdAt: v.string(),
  changedAt: v.string(),
  /** How many versions were frozen; the newest one has this number. */
  versions: Count,
}

export const DatasetSummary = v.object({ ...summary, pieces: Count })
export type DatasetSummary = v.InferOutput<typeof DatasetSummary>

/** A dataset with its pieces in their order. */
export const DatasetView = v.object({ ...summary, pieces: v.array(PieceView) })
export type DatasetView = v.InferOutput<typeof DatasetView>

/** A piece as it was frozen. */
export const FrozenPiece = v.object({
  ...pieceView,
  /** The SHA-256 of its pixels: two files with the same one look the same. */
  pixels: FileId,
  /** `train`: in the ZIP. `held-out`: kept for an exam. `no-consent`: left out, because nobody may train on it. */
  use: v.picklist(['train', 'held-out', 'no-consent']),
})
export type FrozenPiece = v.InferOutput<typeof FrozenPiece>

const version = {
  dataset: DatasetId,
  style: StyleId,
  /** 1 for v1. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The SHA-256 over pixels, captions, names, uses and order: the same content is the same version. */
  hash: FileId,
  frozenAt: v.string(),
  /** The name of the token that it was frozen with. */
  frozenBy: v.string(),
  /** Pieces by their use. */
  counts: v.object({ train: Count, heldOut: Count, noConsent: Count }),
  /** What somebody wants to train on in spite of. */
  trainAnyway: v.array(TrainAnyway),
  /** The training ZIP. */
  archive: v.object({
    /** For saving it, such as `nua-v3.zip`. */
    name: v.string(),
    bytes: Count,
  }),
}

export const VersionSummary = v.object(version)
export type VersionSummary = v.InferOutput<typeof VersionSummary>

/** A dataset version. It never changes. */
export const VersionView = v.object({ ...version, pieces: v.array(FrozenPiece) })
export type VersionView = v.InferOutput<typeof VersionView>

const Named = v.object({ id: PieceId, name: v.string() })

/** What differs between two versions, or between one and the dataset as it is now. Held-out pieces are in it. */
export const DatasetDiff = v.object({
  from: v.number(),
  /** Null: the dataset as it is now. */
  to: v.nullable(v.number()),
  added: v.array(Named),
  removed: v.array(Named),
  changedPicture: v.array(Named),
  changedCaption: v.array(Named),
  /** Trained on now and not then, or the other way round. */
  changedUse: v.array(Named),
  /** Pieces of both stand in another order. */
  reordered: v.boolean(),
})
export type DatasetDiff = v.InferOutput<typeof DatasetDiff>

const OneDataset = v.object({ dataset: DatasetView })
const Summary = v.object({ dataset: DatasetSummary })

/** How each route is asked, and what it answers. */
export const datasetRoutes = {
  listDatasets: {
    method: 'GET',
    path: '/v1/datasets',
    response: v.object({ datasets: v.array(DatasetSummary) }),
  },
  createDataset: { method: 'POST', path: '/v1/datasets', response: Summary },
  getDataset: { method: 'GET', path: '/v1/datasets/{id}', response: OneDataset },
  renameDataset: { method: 'PUT', path: '/v1/datasets/{id}', response: Summary },
  deleteDataset: {
    method: 'DELETE',
    path: '/v1/datasets/{id}',
    response: v.object({ id: DatasetId }),
  },
  putPiece: {
    method: 'PUT',
    path: '/v1/datasets/{id}/pieces/{piece}',
    response: v.object({ piece: PieceView, dataset: DatasetSummary }),
  },
  removePiece: {
    method: 'DELETE',
    path: '/v1/datasets/{id}/pieces/{piece}',
    response: Summary,
  },
  orderPieces: { method: 'PUT', path: '/v1/datasets/{id}/order', response: OneDataset },
  freezeDataset: {
    method: 'POST',
    path: '/v1/datasets/{id}/versions',
    response: v.object({ version: VersionView }),
  },
  listVersions: {
    method: 'GET',
    path: '/v1/datasets/{id}/versions',
    response: v.object({ versions: v.array(VersionSummary) }),
  },
  getVersion: {
    method: 'GET',
    path: '/v1/datasets/{id}/versions/{version}',
    response: v.object({ version: VersionView }),
  },
  diffDataset: {
    method: 'GET',
    path: '/v1/datasets/{id}/diff',
    response: v.object({ diff: DatasetDiff }),
  },
} as const
