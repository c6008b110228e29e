import { AppError } from '../../shared/errors.ts'

const FULL_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT']
/** SQLITE_FULL (sqlite.org/rescode.html). */
const SQLITE_FULL = 13

const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && FULL_CODES.includes(error.code)) ||
    ('errcode' in error && error.errcode === SQLITE_FULL))

/** A full disk as `storage_full`, anything else as it is. For the file system and for SQLite. */
export const toStorageError = (error: unknown): unknown =>
  isFull(error)
    ? new AppError(
        'storage_full',
        'The disk of the proxy is full. Make room on it, then try again.',
        {
          cause: error,
        },
      )
    : error
