import { pino } from 'pino'
import type { ErrorCode } from '../shared/errors.ts'
import type { EngineId } from '../shared/generate-request.ts'
import type { JobId, SheetId, TrainingId } from '../shared/ids.ts'

/** All that a log line may hold. No brief, prompt, body, header or token: they have no field here. */
export type LogFields = {
  readonly requestId?: string
  readonly method?: string
  /** The route's pattern, not the address as it was asked. */
  readonly route?: string
  readonly status?: number
  readonly job?: JobId
  readonly training?: TrainingId
  readonly sheet?: SheetId
  readonly index?: number
  readonly engine?: EngineId
  readonly code?: ErrorCode
  readonly port?: number
  readonly address?: string
  /** A stored file's id, or the name of a file in the data folder. */
  readonly file?: string
  /** Of the database, with the id of a row, or how many rows were kept and lost. */
  readonly table?: string
  readonly row?: string
  readonly kept?: number
  readonly lost?: number
  readonly freeBytes?: number
  /** An error's name and its stack frames; its message may quote what it choked on. */
  readonly error?: { readonly name: string; readonly frames: readonly string[] }
}

export type Log = Readonly<
  Record<'info' | 'warn' | 'error', (fields: LogFields, message: string) => void>
>

export const describeError = (error: unknown): NonNullable<LogFields['error']> =>
  error instanceof Error
    ? {
        name: error.name,
        frames: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .map((line) => line.trim()),
      }
    : { name: typeof error, frames: [] }

/** JSON lines, for the standard error unless told otherwise. */
export const createLog = (write: { write: (line: string) => void }): Log => {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, write)
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}
