import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import type { ImportView } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DatasetId } from '../../../shared/ids.ts'
import { FileId, ImportId } from '../../../shared/ids.ts'
import type { Consent } from '../../../shared/piece.ts'
import { PIECE_LIMIT } from '../../../shared/piece.ts'
import { randomId } from '../../../shared/random-id.ts'
import type { Clock } from '../../clock.ts'
import { transaction } from '../../db/transaction.ts'
import type { Room } from '../../files/create-room.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { UploadStore } from '../../housekeeping/upload-store.ts'
import type { Log } from '../../log.ts'
import { describeError } from '../../log.ts'
import type { DatasetStore } from '../dataset-store.ts'
import type { PieceStore } from '../piece-store.ts'
import { planImport } from './plan-import.ts'
import type { NewPiece, RunImportOptions } from './run-import.ts'
import { runImport } from './run-import.ts'

type Options = {
  readonly db: DatabaseSync
  /** Where ZIPs lie while they are read; emptied at the start. */
  readonly folder: string
  readonly store: DatasetStore
  readonly pieces: PieceStore
  readonly files: Pick<FileStore, 'put'>
  readonly uploads: Pick<UploadStore, 'add'>
  readonly room: Pick<Room, 'require'>
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/** Writes what comes in to a new file; answers with its SHA-256 in hex. */
type Save = (path: string) => Promise<string>

export type Imports = {
  /** Throws AppError where there is nothing to take, or something that is not taken; nothing was changed then. */
  start: (id: DatasetId, consent: Consent, save: Save) => Promise<ImportView>
  /** Throws AppError `not_found`. */
  get: (id: DatasetId, importId: ImportId) => ImportView
  cancel: (id: DatasetId, importId: ImportId) => Promise<ImportView>
  stop: () => Promise<void>
}

type Running = {
  view: ImportView
  readonly stop: AbortController
  ended: Promise<void>
}

/** Imports that are remembered after their end. */
const REMEMBERED = 50
const BROKEN = 'Something broke while the ZIP was read. Nothing was added. Try again.'
const NOT_ZIP = 'This is not a ZIP, or it is not whole. Nothing was added.'

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { autoClose: false, strictFileNames: true })
  } catch (cause) {
    throw new AppError('invalid_request', NOT_ZIP, { cause })
  }
}

const importIdOf = (dataset: DatasetId, archive: FileId): ImportId =>
  v.parse(
    ImportId,
    randomId('import', (length) =>
      createHash('sha256').update(`${dataset} ${archive}`).digest().subarray(0, length),
    ),
  )

/** ZIPs that come into datasets: all of one, or nothing. */
export const createImports = (options: Options): Imports => {
  const { db, folder, store, pieces, files, uploads, room, clock, log } = options
  mkdirSync(folder, { recursive: true })
  // What a killed proxy left.
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  const imports = new Map<ImportId, Running>()

  const find = (id: DatasetId, importId: ImportId): Running => {
    store.get(id)
    const found = imports.get(importId)
    if (found?.view.dataset === id) return found
    throw new AppError(
      'not_found',
      'The proxy does not know this import any more. What was added is in the dataset; send the ZIP again for the rest.',
    )
  }

  /** Those that the dataset does not have, in one step. */
  const addAll = (id: DatasetId, found: readonly NewPiece[]): { added: number; known: number } => {
    const now = clock.now()
    return transaction(db, () => {
      const there = pieces.list(id)
      const ids = new Set(there.map((piece) => piece.id))
      const seen = new Set(there.map((piece) => piece.pixels))
      const fresh = found.filter((piece) => !ids.has(piece.id) && !seen.has(piece.file.pixels))
      if (there.length + fresh.length > PIECE_LIMIT)
        throw new AppError(
          'conflict',
          `A dataset has at most ${PIECE_LIMIT} pieces, and this one has ${there.length}. Nothing was added.`,
        )
      for (const { id: piece, draft, file } of fresh)
        if (pieces.find(id, piece) === null) pieces.add(id, piece, draft, file, now)
        else pieces.write(id, piece, draft, file, now)
      if (fresh.length > 0) store.touch(id, now)
      return { added: fresh.length, known: found.length - fresh.length }
    })
  }

  /** How it ended, in the shape that is told. */
  const work = async (
    running: Running,
    source: Pick<RunImportOptions, 'zip' | 'plan' | 'archive' | 'consent'>,
  ): Promise<ImportView> => {
    const { dataset } = running.view
    try {
      const { pieces: found, notes } = await runImport({
        ...source,
        files,
        onStored: (file) => uploads.add(file, clock.now()),
        onDone: () => {
          running.view = { ...running.view, done: running.view.done + 1 }
        },
        signal: running.stop.signal,
      })
      return { ...running.view, state: 'succeeded', ...addAll(dataset, found), notes: [...notes] }
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal', BROKEN)
      if (known.code === 'internal') log.error({ error: describeError(error) }, 'An import broke')
      const { code, message } = known
      return code === 'canceled'
        ? { ...running.view, state: 'canceled' }
        : { ...running.view, state: 'failed', error: { code, message } }
    }
  }

  const remember = (id: ImportId, running: Running): void => {
    imports.delete(id)
    const over = [...imports].filter(([, { view }]) => view.state !== 'running')
    const [oldest] = over[0] ?? []
    if (imports.size >= REMEMBERED && oldest !== undefined) imports.delete(oldest)
    imports.set(id, running)
  }

  return {
    start: async (dataset, consent, save) => {
      store.get(dataset)
      await room.require()
      const path = join(folder, randomUUID())
      const archive = v.parse(FileId, await save(path))
      const id = importIdOf(dataset, archive)
      let zip: ZipFile | null = null
      const close = async (): Promise<void> => {
        zip?.close()
        // One that cannot be removed now is removed at the next start.
        await rm(path, { force: true }).catch((error: unknown) =>
          log.warn({ error: describeError(error) }, 'A ZIP could not be removed'),
        )
      }
      try {
        const old = imports.get(id)
        if (old?.view.state === 'running') {
          await close()
          return old.view
        }
        zip = await openZip(path)
        const plan = await planImport(zip)
        const running: Running = {
          view: { id, dataset, state: 'running', done: 0, total: plan.pictures.length },
          stop: new AbortController(),
          ended: Promise.resolve(),
        }
        remember(id, running)
        // Only when the ZIP is gone is it over.
        running.ended = work(running, { zip, plan, archive, consent }).then(async (end) => {
          await close()
          running.view = end
        })
        return running.view
      } catch (error) {
        await close()
        throw error
      }
    },
    get: (id, importId) => find(id, importId).view,
    cancel: async (id, importId) => {
      const running = find(id, importId)
      running.stop.abort()
      await running.ended
      return running.view
    },
    stop: async () => {
      for (const { stop } of imports.values()) stop.abort()
      await Promise.all([...imports.values()].map(({ ended }) => ended))
    },
  }
}
