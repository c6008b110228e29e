import type { DatabaseSync } from 'node:sqlite'

/**
 * Makes again what jobs say as well: the sequence is that of the newest change, and a finished picture without a row of
 * its own would be seen by nobody.
 */
export const mendDerived = (db: DatabaseSync): void => {
  db.exec(`
    INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence);
    UPDATE sequence SET value = max(value, (SELECT coalesce(max(sequence), 0) FROM jobs));
    INSERT OR IGNORE INTO pictures (job, picture, finished_at, file)
      SELECT jobs.id, run.value ->> '$.index', coalesce(finished_at, created_at),
        run.value ->> '$.output.file'
      FROM jobs, json_each(iif(json_valid(progress), progress, '{}'), '$.runs') AS run
      WHERE run.value ->> '$.state' = 'succeeded';
  `)
}
