import * as v from 'valibot'
import { Box, SheetFlag, SheetPiece } from '../../shared/contract/index.ts'
import { CellsByHand } from '../../shared/contract/index.ts'
import { ErrorCode } from '../../shared/errors.ts'
import { FileId, SheetId } from '../../shared/ids.ts'

const json = <S extends v.GenericSchema<unknown, unknown>>(schema: S) =>
  v.nullable(v.pipe(v.string(), v.parseJson(), schema))

/** What cleaning a sheet gave, with its pictures in the file store. */
export const StoredResult = v.object({
  preview: v.object({ file: FileId, width: v.number(), height: v.number() }),
  banner: v.nullable(Box),
  footer: v.nullable(Box),
  hints: v.object({ banner: v.array(v.string()), footer: v.array(v.string()) }),
  flags: v.array(SheetFlag),
  pieces: v.array(SheetPiece),
})
export type StoredResult = v.InferOutput<typeof StoredResult>

export const SheetError = v.object({ code: ErrorCode, message: v.string() })
export type SheetError = v.InferOutput<typeof SheetError>

/** A row of the table of sheets. Times are milliseconds since 1970. */
export const SheetRecord = v.object({
  number: v.number(),
  id: SheetId,
  file: FileId,
  width: v.number(),
  height: v.number(),
  name: v.nullable(v.string()),
  state: v.picklist(['queued', 'running', 'succeeded', 'failed', 'canceled']),
  attempts: v.number(),
  sequence: v.number(),
  createdAt: v.number(),
  finishedAt: v.nullable(v.number()),
  cells: json(CellsByHand.entries.pieces),
  result: json(StoredResult),
  error: json(SheetError),
})
export type SheetRecord = v.InferOutput<typeof SheetRecord>
