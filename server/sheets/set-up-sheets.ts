import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { ServerEvent } from '../../shared/contract/index.ts'
import { SheetId } from '../../shared/ids.ts'
import { randomId } from '../../shared/random-id.ts'
import type { Clock } from '../clock.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { UploadStore } from '../housekeeping/upload-store.ts'
import type { Hub } from '../jobs/hub.ts'
import type { Log } from '../log.ts'
import { createTextDetectors } from './read/create-text-detectors.ts'
import { createCleaners } from './run/create-cleaners.ts'
import { createSheetRunner } from './sheet-runner.ts'
import { createSheets } from './sheet-service.ts'
import { createSheetStore } from './sheet-store.ts'
import { toSheetView } from './sheet-view.ts'

/** Threads that clean: more would only hold memory. */
const MOST = 2

type Options = {
  readonly db: DatabaseSync
  readonly uploads: Pick<UploadStore, 'add'>
  readonly files: FileStore
  readonly room: Pick<Room, 'require'>
  readonly hub: Hub
  readonly clock: Clock
  readonly log: Log
}

/** What there is to say of a sheet; null where nobody knows it. */
export type ReadSheetNews = (id: SheetId) => { isFinal: boolean; data: string } | null

/** The sheets with all that works on them. */
export const setUpSheets = ({ db, uploads, files, room, hub, clock, log }: Options) => {
  const store = createSheetStore(db, { uploads, log })
  const atOnce = Math.min(MOST, availableParallelism())
  const cleaners = createCleaners(atOnce, clock)
  const runner = createSheetRunner({ store, cleaners, files, atOnce, hub, clock, log })
  const newId = () => v.parse(SheetId, randomId('sheet', randomBytes))
  const sheets = createSheets({ store, runner, files, room, hub, clock, newId })
  const newsOf: ReadSheetNews = (id) => {
    const sheet = store.find(id)
    if (sheet === null) return null
    const event: ServerEvent = { type: 'sheet', sheet: toSheetView(sheet, runner.progress(id)) }
    const isFinal = sheet.state !== 'queued' && sheet.state !== 'running'
    return { isFinal, data: JSON.stringify(event) }
  }
  return { sheets, store, runner, newsOf, textDetectors: createTextDetectors(cleaners) }
}
