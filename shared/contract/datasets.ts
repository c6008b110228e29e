import * as v from 'valibot'
import { DatasetId, PieceId, StyleId } from '../ids.ts'
import { PIECE_LIMIT, PieceDraft } from '../piece.ts'
import { datasetRoutes } from './dataset-routes.ts'

export const OneDataset = v.object({ id: DatasetId })
const OnePiece = v.object({ id: DatasetId, piece: PieceId })
/** Numbers in an address are text; `Number` turns them into what they mean where they are used. */
const NumberText = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})$/, 'A whole number.'))
const VersionText = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'A whole number from 1.'))
export const OneVersion = v.object({ id: DatasetId, version: VersionText })

const Name = v.pipe(
  v.string(),
  v.regex(/\S/, 'Give the dataset a name.'),
  v.maxLength(80, 'The name of a dataset has at most 80 characters.'),
)
/** The revision that whoever writes last saw; another one is a 409. */
const Seen = v.pipe(v.number(), v.integer(), v.minValue(0))

export const datasets = {
  listDatasets: {
    ...datasetRoutes.listDatasets,
    summary: 'Datasets, newest first; of one style, where one is named.',
    status: 200,
    query: v.object({ style: v.optional(StyleId) }),
  },
  createDataset: {
    ...datasetRoutes.createDataset,
    summary: 'Begin a dataset. The same id, style and name again is the same dataset.',
    status: 201,
    body: v.strictObject({ id: DatasetId, style: StyleId, name: Name }),
  },
  getDataset: {
    ...datasetRoutes.getDataset,
    summary: 'A dataset with its pieces in their order.',
    status: 200,
    params: OneDataset,
  },
  renameDataset: {
    ...datasetRoutes.renameDataset,
    summary: 'Give a dataset another name.',
    status: 200,
    params: OneDataset,
    body: v.strictObject({ name: Name, revision: Seen }),
  },
  deleteDataset: {
    ...datasetRoutes.deleteDataset,
    summary: 'Delete a dataset and its pieces; one with frozen versions stays (409).',
    status: 200,
    params: OneDataset,
  },
  putPiece: {
    ...datasetRoutes.putPiece,
    summary:
      'Add a piece or write it anew. `revision` is the one of the piece that was last seen, 0 for a new one; another one is a 409, the same content again is no change.',
    status: 200,
    params: OnePiece,
    body: v.strictObject({ ...PieceDraft.entries, revision: Seen }),
  },
  removePiece: {
    ...datasetRoutes.removePiece,
    summary:
      'Take a piece out; twice is once. Its number stays its own: put again with revision 0, it comes back.',
    status: 200,
    params: OnePiece,
    query: v.object({
      /** Of the piece, as it was last seen; absent: whatever it is. */
      revision: v.optional(NumberText),
    }),
  },
  orderPieces: {
    ...datasetRoutes.orderPieces,
    summary: 'Put all pieces into another order. `revision` is the one of the dataset.',
    status: 200,
    params: OneDataset,
    body: v.strictObject({
      revision: Seen,
      pieces: v.pipe(v.array(PieceId), v.maxLength(PIECE_LIMIT)),
    }),
  },
  freezeDataset: {
    ...datasetRoutes.freezeDataset,
    summary:
      'Freeze the dataset as a version; the same content is the same version. `revision` is the one of the dataset.',
    status: 201,
    params: OneDataset,
    body: v.strictObject({ revision: Seen }),
  },
  listVersions: {
    ...datasetRoutes.listVersions,
    summary: 'The frozen versions of a dataset, newest first.',
    status: 200,
    params: OneDataset,
  },
  getVersion: {
    ...datasetRoutes.getVersion,
    summary: 'A frozen version with its pieces in their order.',
    status: 200,
    params: OneVersion,
  },
  diffDataset: {
    ...datasetRoutes.diffDataset,
    summary: 'What changed from one version to another, or to the dataset as it is now.',
    status: 200,
    params: OneDataset,
    query: v.object({
      from: VersionText,
      /** Absent: the dataset as it is now. */
      to: v.optional(VersionText),
    }),
  },
} as const

/** `GET /v1/datasets/{id}/versions/{version}/archive` answers with the training ZIP: the same bytes each time. */
export const downloadArchive = {
  method: 'GET',
  path: '/v1/datasets/{id}/versions/{version}/archive',
  summary:
    'The ZIP of a frozen version: pictures and captions to train on, in their order, uncompressed. With `since`, only what is new or changed since that version.',
  status: 200,
  params: OneVersion,
  query: v.object({ since: v.optional(VersionText) }),
} as const
