import * as v from 'valibot'
import type { CellByHand, SheetView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileId, SheetId } from '../../shared/ids.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import type { Clock } from '../clock.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import { uprightSize } from '../files/upright-size.ts'
import type { Hub } from '../jobs/hub.ts'
import type { SheetRecord } from './sheet-record.ts'
import type { SheetRunner } from './sheet-runner.ts'
import type { SheetStore } from './sheet-store.ts'
import { toSheetView } from './sheet-view.ts'

const PAGE = 20
/** So many sheets may wait or run at a time. */
const WAITING_LIMIT = 200
const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

const GONE = 'This page is not on the proxy. Choose it again; nothing was started.'
const TOO_MANY = `${WAITING_LIMIT} sheets wait to be cleaned. Wait until some are done, then try again.`
const OUTSIDE = 'A box lies outside of the page. Move it onto the page; nothing was started.'

export type Sheets = {
  /** The same page again is the same sheet; one that failed or was stopped is begun again. */
  create: (request: {
    readonly file: FileId
    readonly name?: string | undefined
  }) => Promise<SheetView>
  get: (id: SheetId) => SheetView
  list: (page: { readonly cursor?: string | undefined; readonly limit?: number | undefined }) => {
    sheets: SheetView[]
    next: string | null
  }
  /** Cleans it again with cells set by hand. */
  setPieces: (id: SheetId, cells: readonly CellByHand[]) => Promise<SheetView>
  cancel: (id: SheetId) => SheetView
  remove: (id: SheetId) => void
}

type Options = {
  readonly store: SheetStore
  readonly runner: SheetRunner
  readonly files: Pick<FileStore, 'read'>
  readonly room: Pick<Room, 'require'>
  readonly hub: Hub
  readonly clock: Pick<Clock, 'now'>
  readonly newId: () => SheetId
}

export const createSheets = (options: Options): Sheets => {
  const { store, runner, files, room, hub, clock, newId } = options
  const view = (sheet: SheetRecord): SheetView => toSheetView(sheet, runner.progress(sheet.id))
  const isOver = ({ state }: SheetRecord): boolean => state !== 'queued' && state !== 'running'

  const begin = async (start: () => SheetRecord): Promise<SheetView> => {
    await room.require()
    if (store.unfinished().length >= WAITING_LIMIT) throw new AppError('rate_limited', TOO_MANY)
    const sheet = start()
    hub.publish({ type: 'sheet-changed', sheet: sheet.id })
    runner.enqueue(sheet)
    return view(sheet)
  }

  return {
    create: async ({ file, name = null }) => {
      const known = () => {
        const sheet = store.findByFile(file)
        return sheet === null || sheet.state === 'failed' || sheet.state === 'canceled'
          ? null
          : view(sheet)
      }
      const same = known()
      if (same !== null) return same
      const bytes = await files.read(file)
      if (bytes === null || readImageHeader(bytes) === null)
        throw new AppError('invalid_request', GONE, { details: { field: 'file' } })
      const { width, height } = await uprightSize(bytes)
      // The same page may have come in again meanwhile.
      const other = known()
      if (other !== null) return other
      return begin(() => {
        const old = store.findByFile(file)
        if (old !== null) return store.requeue(old.id, old.cells)
        return store.insert({ id: newId(), file, width, height, name }, clock.now())
      })
    },
    get: (id) => view(store.get(id)),
    list: ({ cursor, limit = PAGE }) => {
      const before = v.safeParse(v.optional(Cursor), cursor)
      if (!before.success)
        throw new AppError(
          'invalid_request',
          'This cursor is not one of the proxy’s. Start again without.',
        )
      const found = store.list(before.output ?? null, limit + 1)
      const sheets = found.slice(0, limit)
      const next = found.length > limit ? (sheets.at(-1)?.number.toString() ?? null) : null
      return { sheets: sheets.map(view), next }
    },
    setPieces: async (id, cells) => {
      const { width, height } = store.get(id)
      const boxes = cells.flatMap(({ cell, labels }) => [
        cell,
        ...(labels ?? []).map(({ box }) => box),
      ])
      if (boxes.some(({ x, y, w, h }) => x + w > width || y + h > height))
        throw new AppError('invalid_request', OUTSIDE)
      return begin(() => {
        runner.halt(id)
        return store.requeue(id, cells)
      })
    },
    cancel: (id) => {
      const sheet = store.get(id)
      if (isOver(sheet)) return view(sheet)
      runner.halt(id)
      const canceled = store.end(id, { state: 'canceled' }, clock.now())
      hub.publish({ type: 'sheet-changed', sheet: id })
      return view(canceled)
    },
    remove: (id) => {
      runner.halt(id)
      store.remove(id, clock.now())
    },
  }
}
