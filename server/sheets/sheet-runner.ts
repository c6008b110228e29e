import PQueue from 'p-queue'
import { AppError } from '../../shared/errors.ts'
import type { SheetId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Hub } from '../jobs/hub.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { Cleaners } from './run/create-cleaners.ts'
import type { EncodedSheet } from './run/encode-sheet.ts'
import type { SheetError, SheetRecord, StoredResult } from './sheet-record.ts'
import type { Ending, SheetStore } from './sheet-store.ts'
import type { SheetProgress } from './sheet-view.ts'

/** A page that stopped the whole proxy so often is not begun again by itself. */
const ATTEMPTS = 3

const GIVEN_UP: SheetError = {
  code: 'interrupted',
  message:
    'The proxy was stopped each time it cleaned this page. Nothing was charged. Try a smaller picture of it.',
}
const PAGE_GONE = 'The picture of this page is not on the proxy any more. Choose it again.'

export type SheetRunner = {
  /** Puts a sheet in the queue. */
  enqueue: (sheet: SheetRecord) => void
  /** Stops what is being done for it; what was not finished leaves nothing behind. */
  halt: (id: SheetId) => void
  progress: (id: SheetId) => SheetProgress | null
  /** Takes up every sheet that an earlier proxy left unfinished. */
  resume: () => void
  /** What is not finished is begun again by the next start. */
  stop: () => Promise<void>
}

type Options = {
  readonly store: SheetStore
  readonly cleaners: Cleaners
  readonly files: Pick<FileStore, 'read' | 'put'>
  /** So many sheets at a time. */
  readonly atOnce: number
  readonly hub: Hub
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/** Cleans sheets, first come, first served. */
export const createSheetRunner = (options: Options): SheetRunner => {
  const { store, cleaners, files, hub, clock, log } = options
  const queue = new PQueue({ concurrency: options.atOnce })
  const active = new Map<SheetId, AbortController>()
  const live = new Map<SheetId, SheetProgress>()
  let isClosing = false

  const keep = async ({ preview, pieces, ...rest }: EncodedSheet): Promise<StoredResult> => {
    const { bytes, width, height } = preview
    const shown = { file: await files.put(bytes), width, height }
    const kept: StoredResult['pieces'] = []
    for (const { after, before, flags, labels, ...piece } of pieces)
      kept.push({
        ...piece,
        file: await files.put(after),
        before: await files.put(before),
        flags: [...flags],
        labels: [...labels],
      })
    const { banner, footer, hints, flags } = rest
    return { preview: shown, banner, footer, hints, flags: [...flags], pieces: kept }
  }

  const cleaned = async (sheet: SheetRecord, signal: AbortSignal): Promise<StoredResult> => {
    const bytes = await files.read(sheet.file)
    if (bytes === null) throw new AppError('not_found', PAGE_GONE)
    const onProgress = (fraction: number, note: string) => {
      live.set(sheet.id, { fraction, note })
      hub.publish({ type: 'sheet-moved', sheet: sheet.id })
    }
    return keep(await cleaners.clean({ bytes, cells: sheet.cells }, onProgress, signal))
  }

  const end = (id: SheetId, ending: Ending): void => {
    store.end(id, ending, clock.now())
    hub.publish({ type: 'sheet-changed', sheet: id })
  }

  const run = async (id: SheetId): Promise<void> => {
    const waiting = store.find(id)
    if (isClosing || waiting === null) return
    if (waiting.state !== 'queued' && waiting.state !== 'running') return
    if (waiting.attempts >= ATTEMPTS) return end(id, { state: 'failed', error: GIVEN_UP })
    const halt = new AbortController()
    active.set(id, halt)
    try {
      const sheet = store.begin(id)
      hub.publish({ type: 'sheet-changed', sheet: id })
      const result = await cleaned(sheet, halt.signal)
      if (!halt.signal.aborted) end(id, { state: 'succeeded', result })
    } catch (error) {
      if (halt.signal.aborted) return
      const known = error instanceof AppError
      if (!known) throw error
      if (error.code === 'internal' || error.code === 'timeout')
        log.warn({ sheet: id, code: error.code }, 'A sheet could not be cleaned')
      end(id, { state: 'failed', error: { code: error.code, message: error.message } })
    } finally {
      if (active.get(id) === halt) active.delete(id)
      live.delete(id)
    }
  }

  const enqueue = ({ id }: SheetRecord): void => {
    void queue.add(() =>
      run(id).catch((error: unknown) =>
        log.error({ sheet: id, error: describeError(error) }, 'A sheet was left unfinished'),
      ),
    )
  }

  return {
    enqueue,
    halt: (id) => active.get(id)?.abort(),
    progress: (id) => live.get(id) ?? null,
    resume: () => store.unfinished().forEach(enqueue),
    stop: async () => {
      isClosing = true
      queue.clear()
      for (const halt of active.values()) halt.abort()
      await cleaners.close()
      await queue.onIdle()
    },
  }
}
