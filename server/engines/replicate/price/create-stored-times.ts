import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { toStorageError } from '../../../db/storage-error.ts'
import { transaction } from '../../../db/transaction.ts'
import type { Log } from '../../../log.ts'
import { describeError } from '../../../log.ts'
import type { MeasuredTimes } from './measured-times.ts'
import { LAST, median } from './measured-times.ts'

const Rows = v.array(v.object({ seconds: v.number() }))

/** Measured times that the next start of the proxy knows, too. */
export const createStoredTimes = (db: DatabaseSync, log: Log): MeasuredTimes => {
  const last = db.prepare(
    `SELECT seconds FROM run_times WHERE model = ? ORDER BY number DESC LIMIT ${LAST}`,
  )
  const insert = db.prepare('INSERT INTO run_times (model, seconds) VALUES (?, ?)')
  const prune = db.prepare(`DELETE FROM run_times WHERE model = :model AND number NOT IN
    (SELECT number FROM run_times WHERE model = :model ORDER BY number DESC LIMIT ${LAST})`)
  return {
    record: (model, seconds) => {
      try {
        transaction(db, () => {
          insert.run(model, seconds)
          prune.run({ model })
        })
      } catch (error) {
        // A picture is worth more than a statistic about it.
        log.warn({ error: describeError(toStorageError(error)) }, 'A time was not kept')
      }
    },
    usual: (model) => median(v.parse(Rows, last.all(model)).map(({ seconds }) => seconds)),
  }
}
