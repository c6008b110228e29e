import { AppError } from '../../shared/errors.ts'

/** A disk that is full, or will not be written to for another reason that may pass (errno(3)). */
const SYSTEM_CODES: readonly unknown[] = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
]
/** SQLITE_READONLY, SQLITE_IOERR and SQLITE_FULL (sqlite.org/rescode.html); the low byte is the primary code. */
const SQLITE_CODES: readonly number[] = [8, 10, 13]

const isUnwritable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && SYSTEM_CODES.includes(error.code)) ||
    ('errcode' in error &&
      typeof error.errcode === 'number' &&
      SQLITE_CODES.includes(error.errcode & 0xff)))

/** A disk that cannot be written as `storage_full`, any other error as it is. For the file system and for SQLite. */
export const toStorageError = (error: unknown): unknown =>
  isUnwritable(error)
    ? new AppError(
        'storage_full',
        'The proxy cannot write to its disk: it is full or locked. Nothing was started or changed. Make room on it, then try again.',
        { cause: error },
      )
    : error
