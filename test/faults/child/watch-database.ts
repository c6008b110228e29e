import { DatabaseSync, StatementSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Reach } from './kill-switch.ts'
import type { Observer } from './observe.ts'
import { observe } from './observe.ts'
import type { Step } from './step-of.ts'
import { stepOf } from './step-of.ts'

const Update = v.object({ id: v.string(), progress: v.string() })

/** Passes the points that lie before and after what is written. */
export const watchDatabase = (reach: Reach, bootedAt: number): void => {
  let db: DatabaseSync | null = null
  let step: Step = {}

  const readStep = (sql: string, [values]: readonly unknown[]): Step => {
    if (sql.startsWith('INSERT INTO jobs')) return { before: 'pressing', after: 'pressed' }
    if (sql.startsWith('UPDATE pictures SET placed_at'))
      return { before: 'placing', after: 'placed' }
    if (!sql.startsWith('UPDATE jobs')) return step
    const { id, progress } = v.parse(Update, values)
    const old = db?.prepare('SELECT progress FROM jobs WHERE id = ?').get(id)
    // A place that is stored writes its job, too, as it was.
    return step.before === 'placing' ? step : stepOf(old?.['progress'], progress, bootedAt)
  }

  observe(DatabaseSync.prototype, 'exec', (self, [sql]) => {
    db = self instanceof DatabaseSync ? self : null
    if (sql === 'BEGIN IMMEDIATE') step = {}
    if (sql !== 'COMMIT') return undefined
    const { before, after } = step
    if (before) reach(before)
    return () => {
      if (after) reach(after)
    }
  })
  observe(StatementSync.prototype, 'run', (self, args) => {
    const sql = self instanceof StatementSync ? self.sourceSQL : ''
    step = readStep(sql, args)
    return sql.startsWith('UPDATE pictures SET holder') ? () => reach('claiming') : undefined
  })
  const watchResume: Observer = (self) => {
    const isResume = self instanceof StatementSync && /state IN \('queued'/.test(self.sourceSQL)
    return isResume ? () => reach('waking') : undefined
  }
  observe(StatementSync.prototype, 'all', watchResume)
  observe(StatementSync.prototype, 'iterate', watchResume)
}
