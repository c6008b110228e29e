import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { UploadStore } from './upload-store.ts'

const DAY = 86_400_000

const STAYS = {
  draft: 'This picture is a draft. Drafts are kept.',
  piece: 'This picture is in a dataset. Take its piece out first; what was frozen stays.',
  sheet: 'This picture belongs to a design sheet. Delete the sheet first.',
  unknown: 'This picture was not sent as a reference, so it stays.',
}

type Options = {
  readonly uploads: UploadStore
  readonly files: Pick<FileStore, 'has' | 'remove'>
  /** How many days a reference stays after its last job, or after it was sent. */
  readonly keepDays: number
  readonly clock: Clock
  readonly log: Log
}

export type Housekeeping = {
  /** Tidies up now and every day. */
  start: () => void
  stop: () => Promise<void>
  /** Throws AppError `not_found`, or `conflict` when it is no reference or a job still needs it. */
  deleteReference: (file: FileId) => Promise<void>
}

/** Deletes customers' photos when nobody needs them any more. Drafts, pieces and sheets are kept. */
export const createHousekeeping = (options: Options): Housekeeping => {
  const { uploads, files, keepDays, clock, log } = options
  const closing = new AbortController()
  let tidying = Promise.resolve()
  let callOff = () => {}

  const remove = async (file: FileId): Promise<void> => {
    await files.remove(file)
    uploads.forget(file)
  }

  const tidy = async (): Promise<void> => {
    try {
      const now = clock.now()
      for (const file of uploads.unusedSince(now - keepDays * DAY, now)) {
        if (closing.signal.aborted) return
        await remove(file)
        log.info({ file }, 'A reference was deleted: its time is over')
      }
    } catch (error) {
      log.warn({ error: describeError(error) }, 'References could not be deleted')
    }
  }

  const start = (): void => {
    tidying = tidy()
    callOff = clock.after(DAY, start)
  }

  return {
    start,
    stop: async () => {
      closing.abort()
      callOff()
      await tidying
    },
    deleteReference: async (file) => {
      const role = uploads.role(file)
      if (role === 'unknown' && !(await files.has(file)))
        throw new AppError('not_found', 'The proxy does not have this picture.')
      if (role !== 'reference') throw new AppError('conflict', STAYS[role])
      if (uploads.isNeeded(file, clock.now()))
        throw new AppError(
          'conflict',
          'A job that has not ended needs this picture. Wait until it has, then delete the picture.',
        )
      await remove(file)
      log.info({ file }, 'A reference was deleted on demand')
    },
  }
}
