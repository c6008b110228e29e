import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'

const Rows = v.array(v.object({ job: v.string(), picture: v.number() }))

/** The pictures that a killed proxy had asked for without storing an answer. Looks at a copy: opening mends a database. */
export const readLostRuns = (data: string): string[] => {
  const copy = mkdtempSync(join(tmpdir(), 'maquette-lost-'))
  const isDatabase = (path: string) => path === data || path.includes('maquette.db')
  cpSync(data, copy, { recursive: true, filter: isDatabase })
  const db = new DatabaseSync(join(copy, 'maquette.db'))
  try {
    const rows = db.prepare(`SELECT jobs.id AS job, run.value ->> '$.index' AS picture
      FROM jobs, json_each(jobs.progress, '$.runs') AS run
      WHERE run.value ->> '$.state' = 'starting'`)
    return v.parse(Rows, rows.all()).map(({ job, picture }) => `${job}/${picture}`)
  } finally {
    db.close()
    rmSync(copy, { recursive: true })
  }
}
