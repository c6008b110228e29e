import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'

/** What the last trainings with a trainer took that went well, newest first: the seconds that were charged for. */
export type MeasuredTrainings = (
  trainer: string,
) => readonly { readonly seconds: number; readonly steps: number }[]

/** How many of them count. */
const LAST = 20

const Rows = v.array(v.object({ seconds: v.number(), steps: v.number() }))

export const createMeasuredTrainings = (db: DatabaseSync): MeasuredTrainings => {
  const last = db.prepare(`SELECT progress ->> '$.trained.seconds' AS seconds,
      plan ->> '$.trainer.steps' AS steps
    FROM trainings
    WHERE state = 'succeeded' AND iif(json_valid(plan), plan ->> '$.trainer.id', NULL) = ?
      AND iif(json_valid(progress), progress ->> '$.trained.seconds', 0) > 0
      AND plan ->> '$.trainer.steps' > 0
    ORDER BY number DESC LIMIT ${LAST}`)
  return (trainer) => v.parse(Rows, last.all(trainer))
}
