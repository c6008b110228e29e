import { isDeepStrictEqual } from 'node:util'
import type { DatabaseSync } from 'node:sqlite'
import type {
  DatasetDiff,
  DatasetSummary,
  DatasetView,
  PieceView,
} from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { DatasetId, PieceId, StyleId } from '../../shared/ids.ts'
import type { PieceDraft } from '../../shared/piece.ts'
import { PIECE_LIMIT } from '../../shared/piece.ts'
import type { Clock } from '../clock.ts'
import { transaction } from '../db/transaction.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Styles } from '../styles/service.ts'
import type { DatasetStore } from './dataset-store.ts'
import { toDatasetView, toSummary } from './dataset-views.ts'
import { diffPieces } from './diff-pieces.ts'
import { freezePiece } from './frozen-version.ts'
import { toPieceView } from './piece-record.ts'
import type { PieceStore } from './piece-store.ts'
import { requireRevision } from './require-revision.ts'
import { verifyPiece } from './verify-piece.ts'
import type { VersionStore } from './version-store.ts'

type Options = {
  readonly db: DatabaseSync
  readonly store: DatasetStore
  readonly pieces: PieceStore
  readonly versions: VersionStore
  readonly styles: Pick<Styles, 'find'>
  readonly files: Pick<FileStore, 'read'>
  readonly room: Pick<Room, 'require'>
  readonly clock: Pick<Clock, 'now'>
}

type NewDataset = { readonly id: DatasetId; readonly style: StyleId; readonly name: string }

/** Everything here throws AppError; nothing was changed then. `revision` is the one that whoever writes last saw. */
export type Datasets = {
  list: (style: StyleId | null) => DatasetSummary[]
  create: (dataset: NewDataset) => DatasetSummary
  get: (id: DatasetId) => DatasetView
  rename: (id: DatasetId, name: string, revision: number) => DatasetSummary
  remove: (id: DatasetId) => void
  putPiece: (
    id: DatasetId,
    piece: PieceId,
    draft: PieceDraft,
    revision: number,
  ) => Promise<{ readonly piece: PieceView; readonly dataset: DatasetSummary }>
  removePiece: (id: DatasetId, piece: PieceId, revision: number | null) => DatasetSummary
  order: (id: DatasetId, order: readonly PieceId[], revision: number) => DatasetView
  /** `to` null: as it is now. */
  diff: (id: DatasetId, from: number, to: number | null) => DatasetDiff
}

const NO_PIECE = 'This piece is not in the dataset any more.'

/** Pieces over time, and what happens to them until they are frozen. */
export const createDatasets = (options: Options): Datasets => {
  const { db, store, pieces, versions, styles, files, room, clock } = options

  const summary = (id: DatasetId): DatasetSummary => toSummary(store.get(id), pieces.count(id))
  const view = (id: DatasetId): DatasetView => toDatasetView(store.get(id), pieces.list(id))

  /** One change of a dataset. */
  const change = (id: DatasetId, write: (now: number) => void): void => {
    const now = clock.now()
    transaction(db, () => {
      store.get(id)
      write(now)
      store.touch(id, now)
    })
  }

  const mustHaveStyle = (style: StyleId): void => {
    if (styles.find(style) === null)
      throw new AppError('not_found', 'This style is not there any more. Choose another one.')
  }

  return {
    list: (style) =>
      store.list(style).map((dataset) => toSummary(dataset, pieces.count(dataset.id))),
    create: (dataset) => {
      const old = store.find(dataset.id)
      if (old === null) {
        mustHaveStyle(dataset.style)
        transaction(db, () => store.add(dataset, clock.now()))
      } else if (old.style !== dataset.style || old.name !== dataset.name)
        throw new AppError('conflict', 'There is another dataset with this id.')
      return summary(dataset.id)
    },
    get: view,
    rename: (id, name, revision) => {
      const old = store.get(id)
      if (old.name !== name)
        change(id, () => {
          requireRevision('dataset', revision, store.get(id).revision)
          store.rename(id, name)
        })
      return summary(id)
    },
    remove: (id) => {
      if (store.get(id).versions > 0)
        throw new AppError(
          'conflict',
          'Versions of this dataset are frozen, and what was trained on them leans on it: it stays.',
        )
      transaction(db, () => {
        pieces.removeAll(id)
        store.remove(id)
      })
    },
    putPiece: async (id, piece, draft, revision) => {
      store.get(id)
      await room.require()
      const bytes = await files.read(draft.file)
      if (bytes === null)
        throw new AppError('not_found', 'The proxy does not have this picture. Send it first.')
      const file = await verifyPiece(bytes)
      const old = pieces.find(id, piece)
      const isSame = old?.removedAt === null && isDeepStrictEqual(old.piece, draft)
      if (!isSame)
        change(id, (now) => {
          const isThere = old !== null && old.removedAt === null
          requireRevision('piece', revision, isThere ? old.revision : 0)
          if (!isThere && pieces.count(id) >= PIECE_LIMIT)
            throw new AppError(
              'conflict',
              `A dataset has at most ${PIECE_LIMIT} pieces. Begin another one, or take some out.`,
            )
          if (old === null) pieces.add(id, piece, draft, file, now)
          else pieces.write(id, piece, draft, file, now)
        })
      const written = pieces.find(id, piece)
      if (written === null) throw new AppError('not_found', NO_PIECE)
      return { piece: toPieceView(written), dataset: summary(id) }
    },
    removePiece: (id, piece, revision) => {
      store.get(id)
      const old = pieces.find(id, piece)
      if (old === null) throw new AppError('not_found', NO_PIECE)
      if (old.removedAt === null)
        change(id, (now) => {
          if (revision !== null) requireRevision('piece', revision, old.revision)
          pieces.takeOut(id, piece, now)
        })
      return summary(id)
    },
    order: (id, order, revision) => {
      const now = pieces.list(id).map((piece) => piece.id)
      if (now.join() !== order.join())
        change(id, () => {
          requireRevision('dataset', revision, store.get(id).revision)
          if (now.toSorted().join() !== order.toSorted().join())
            throw new AppError('invalid_request', 'The order names each piece of the dataset once.')
          for (const [place, piece] of order.entries()) pieces.moveTo(id, piece, place + 1)
        })
      return view(id)
    },
    diff: (id, from, to) => {
      store.get(id)
      const before = versions.get(id, from).version.pieces
      const after =
        to === null ? pieces.list(id).map(freezePiece) : versions.get(id, to).version.pieces
      return { from, to, ...diffPieces(before, after) }
    },
  }
}
