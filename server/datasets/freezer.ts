import type { DatabaseSync } from 'node:sqlite'
import type { VersionSummary, VersionView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { DatasetId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import { transaction } from '../db/transaction.ts'
import type { FileStore } from '../files/file-store.ts'
import type { KitQuery } from '../kit/kit.ts'
import { createKit } from '../kit/kit.ts'
import type { Styles } from '../styles/service.ts'
import { archiveOf, archiveSize } from './archive.ts'
import type { DatasetRecord, DatasetStore } from './dataset-store.ts'
import { toVersionSummary, toVersionView, trainedPieces } from './dataset-views.ts'
import { newSince } from './diff-pieces.ts'
import type { StoredPiece } from './frozen-version.ts'
import { freezePiece, hashOf } from './frozen-version.ts'
import type { PieceStore } from './piece-store.ts'
import { requireRevision } from './require-revision.ts'
import type { VersionRecord, VersionStore } from './version-store.ts'

type Options = {
  readonly db: DatabaseSync
  readonly store: DatasetStore
  readonly pieces: PieceStore
  readonly versions: VersionStore
  readonly files: Pick<FileStore, 'has' | 'read'>
  readonly clock: Pick<Clock, 'now'>
}

export type Archive = {
  /** For saving it. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Reads one picture after the other, at the reader's pace. */
  readonly chunks: () => AsyncGenerator<Uint8Array, void>
}

/** Everything here throws AppError; nothing was changed then. */
export type Freezer = {
  /** The same content again is the same version. */
  freeze: (id: DatasetId, revision: number, frozenBy: string) => VersionView
  list: (id: DatasetId) => VersionSummary[]
  get: (id: DatasetId, number: number) => VersionView
  /** The training ZIP; `since`: only what is new or changed since that version. */
  archive: (id: DatasetId, number: number, since: number | null) => Promise<Archive>
  /** The ZIP to train with elsewhere. */
  kit: (
    id: DatasetId,
    number: number,
    settings: KitQuery,
    styles: Pick<Styles, 'find'>,
  ) => Promise<Archive>
}

const NOTHING =
  'There is no piece to train on: each is held out, or nobody said yes to it. Nothing was frozen.'

const NO_STYLE = 'The style of this dataset is not there any more.'

/** The versions of datasets: what was frozen never changes. */
export const createFreezer = ({ db, store, pieces, versions, files, clock }: Options): Freezer => {
  const mustBeThere = async (needed: readonly StoredPiece[]): Promise<void> => {
    for (const { name, file } of needed)
      if (!(await files.has(file)))
        throw new AppError('not_found', `The picture of ${name} is not on the proxy any more.`)
  }

  const view = (dataset: DatasetRecord, version: VersionRecord): VersionView =>
    toVersionView(dataset, version, versions.accepted(dataset.id, version.number))

  return {
    freeze: (id, revision, frozenBy) =>
      transaction(db, () => {
        const dataset = store.get(id)
        const frozen = pieces.list(id).map(freezePiece)
        const hash = hashOf(frozen)
        const same = versions.withHash(id, hash)
        if (same !== null) return view(dataset, same)
        requireRevision('dataset', revision, dataset.revision)
        if (trainedPieces(frozen).length === 0) throw new AppError('conflict', NOTHING)
        const { style } = dataset
        const version = { style, frozenBy, pieces: frozen }
        return view(dataset, versions.add(id, hash, version, clock.now()))
      }),
    list: (id) => {
      const dataset = store.get(id)
      return versions
        .list(id)
        .map((version) => toVersionSummary(dataset, version, versions.accepted(id, version.number)))
    },
    get: (id, number) => view(store.get(id), versions.get(id, number)),
    archive: async (id, number, since) => {
      store.get(id)
      const { style, pieces: all } = versions.get(id, number).version
      const before = since === null ? [] : versions.get(id, since).version.pieces
      const chosen = trainedPieces(newSince(before, all))
      await mustBeThere(chosen)
      return {
        name: `${style}-v${number}${since === null ? '' : `-since-v${since}`}.zip`,
        size: archiveSize(chosen),
        chunks: () => archiveOf(chosen, files),
      }
    },
    kit: async (id, number, settings, styles) => {
      const record = versions.get(id, number)
      const { style: styleId, pieces: all } = record.version
      const style = styles.find(styleId)
      if (style === null) throw new AppError('not_found', NO_STYLE)
      await mustBeThere(trainedPieces(all))
      return createKit({ version: record, pieces: all, style, ...settings, files })
    },
  }
}
