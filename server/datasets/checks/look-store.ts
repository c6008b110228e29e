import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { FileId } from '../../../shared/ids.ts'
import { createRowReader } from '../../db/create-row-reader.ts'
import type { Log } from '../../log.ts'
import { LOOK_METHOD, Look } from './pixels/look.ts'
import type { FoundText } from './text-detector.ts'
import { FoundTexts } from './text-detector.ts'

/** What was found in pictures, by their hash: it is never found twice. All of it can be made again. */
export type LookStore = {
  look: (file: FileId) => Look | null
  print: (file: FileId) => Uint8Array<ArrayBuffer> | null
  putLook: (file: FileId, look: Look, print: Uint8Array) => void
  texts: (file: FileId, detector: string) => readonly FoundText[] | null
  putTexts: (file: FileId, detector: string, texts: readonly FoundText[]) => void
}

const LookRow = v.object({ look: v.pipe(v.string(), v.parseJson(), Look) })
const PrintRow = v.object({ print: v.instance(Uint8Array<ArrayBuffer>) })
const TextRow = v.object({ texts: v.pipe(v.string(), v.parseJson(), FoundTexts) })

export const createLookStore = (db: DatabaseSync, log: Log): LookStore => {
  const readLook = createRowReader('looks', LookRow, log)
  const readPrint = createRowReader('looks', PrintRow, log)
  const readTexts = createRowReader('found_texts', TextRow, log)
  const look = db.prepare('SELECT file AS id, look FROM looks WHERE file = ? AND method = ?')
  const print = db.prepare('SELECT file AS id, print FROM looks WHERE file = ? AND method = ?')
  const putLook = db.prepare(
    'INSERT OR REPLACE INTO looks (file, method, look, print) VALUES (?, ?, ?, ?)',
  )
  const texts = db.prepare(
    'SELECT file AS id, texts FROM found_texts WHERE file = ? AND detector = ?',
  )
  const putTexts = db.prepare(
    'INSERT OR REPLACE INTO found_texts (file, detector, texts) VALUES (?, ?, ?)',
  )
  return {
    look: (file) => readLook(look.iterate(file, LOOK_METHOD))[0]?.look ?? null,
    print: (file) => readPrint(print.iterate(file, LOOK_METHOD))[0]?.print ?? null,
    putLook: (file, found, bytes) => {
      putLook.run(file, LOOK_METHOD, JSON.stringify(found), bytes)
    },
    texts: (file, detector) => readTexts(texts.iterate(file, detector))[0]?.texts ?? null,
    putTexts: (file, detector, found) => {
      putTexts.run(file, detector, JSON.stringify(found))
    },
  }
}
