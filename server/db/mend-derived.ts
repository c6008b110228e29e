import type { DatabaseSync } from 'node:sqlite'

/**
 * Makes again what jobs say as well: the sequence is that of the newest change; a finished picture without a row of its
 * own would be seen by nobody; a job, description or training without its charge would count for no cap, so that it counts with its price
 * where it does not say what it cost; and one without its facts could not be found.
 */
export const mendDerived = (db: DatabaseSync): void => {
  db.exec(`
    INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence);
    UPDATE sequence SET value = max(
      value,
      (SELECT coalesce(max(sequence), 0) FROM jobs),
      (SELECT coalesce(max(sequence), 0) FROM trainings),
      (SELECT coalesce(max(sequence), 0) FROM sheets)
    );
    INSERT OR IGNORE INTO pictures (job, picture, finished_at, file)
      SELECT jobs.id, run.value ->> '$.index', coalesce(finished_at, created_at),
        run.value ->> '$.output.file'
      FROM jobs, json_each(iif(json_valid(progress), progress, '{}'), '$.runs') AS run
      WHERE run.value ->> '$.state' = 'succeeded';
    INSERT OR IGNORE INTO charges (job, at, spent, held)
      SELECT jobs.id, created_at,
        sum(coalesce(run.value ->> '$.cost.usd', plan ->> '$.price.usd')) AS spent, 0
      FROM jobs, json_each(iif(json_valid(progress), progress, '{}'), '$.runs') AS run
      WHERE iif(json_valid(plan), plan ->> '$.price.usd', 0) > 0 GROUP BY jobs.id;
    INSERT OR IGNORE INTO description_charges (description, at, spent, held)
      SELECT id, created_at, coalesce(progress ->> '$.cost.usd', plan ->> '$.price.usd'), 0
      FROM descriptions
      WHERE json_valid(plan) AND json_valid(progress) AND plan ->> '$.price.usd' > 0;
    INSERT OR IGNORE INTO training_charges (training, at, spent, held)
      SELECT id, created_at, coalesce(progress ->> '$.cost.usd', plan ->> '$.price.usd', 0), 0
      FROM trainings WHERE json_valid(plan) AND json_valid(progress);
    INSERT OR IGNORE INTO job_facts
      SELECT number, id, document, plan ->> '$.style.id', plan ->> '$.version', created_at,
        fold_words(request ->> '$.brief')
      FROM jobs WHERE json_valid(plan) AND json_valid(request);
  `)
}
