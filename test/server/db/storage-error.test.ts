import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { toStorageError } from '../../../server/db/storage-error.ts'
import { transaction } from '../../../server/db/transaction.ts'

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])('knows a full disk by %s', (code) => {
  expect(toStorageError(Object.assign(new Error('write'), { code }))).toMatchObject({
    code: 'storage_full',
  })
})

it('leaves every other error alone', () => {
  const error = Object.assign(new Error('write'), { code: 'ENOENT' })
  expect(toStorageError(error)).toBe(error)
})

it('knows a full database, and undoes what was begun', () => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE words (word TEXT); PRAGMA max_page_count = 3')
  const fill = () =>
    transaction(db, () => {
      const insert = db.prepare('INSERT INTO words VALUES (?)')
      for (let count = 0; count < 100; count += 1) insert.run('clay'.repeat(1000))
    })
  expect(fill).toThrow(expect.objectContaining({ code: 'storage_full' }))
  expect(db.prepare('SELECT count(*) AS count FROM words').get()).toEqual({ count: 0 })
})
