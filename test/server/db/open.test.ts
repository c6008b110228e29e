import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDb } from '../../../server/db/open.ts'
import { createKeptLog } from '../kept-log.ts'
import { temporaryFolder } from '../start-proxy.ts'

const open = (path: string) => {
  const db = openDb(path, { now: 0, log: createKeptLog().log })
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

describe('openDb', () => {
  it('writes ahead, waits for the disk, and minds its references', () => {
    const db = open(join(temporaryFolder(), 'maquette.db'))
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
  })

  it('migrates once', () => {
    const path = join(temporaryFolder(), 'maquette.db')
    const first = open(path)
    first.exec(`UPDATE sequence SET value = 7`)
    first.close()
    expect(open(path).prepare('SELECT value FROM sequence').all()).toEqual([{ value: 7 }])
  })

  it('refuses a database of a newer Maquette', () => {
    const path = join(temporaryFolder(), 'maquette.db')
    const db = open(path)
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(() => open(path)).toThrow(/newer Maquette/)
  })
})
