import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'

/** The name of the token of whoever runs the proxy; its words are in the data folder or in the environment. */
export const OWNER = 'owner'

const TokenRecord = v.object({
  /** Whose it is; upper and lower case are the same name. */
  name: v.string(),
  /** Its SHA-256. */
  hash: v.instance(Uint8Array),
  /** Milliseconds since 1970. */
  createdAt: v.number(),
  /** Null: it lets its person in. */
  revokedAt: v.nullable(v.number()),
})
export type TokenRecord = v.InferOutput<typeof TokenRecord>

export type TokenStore = {
  /** In the order of their names. */
  list: () => TokenRecord[]
  find: (name: string) => TokenRecord | null
  /** From now on this one, and no other, is the token of that name. */
  put: (name: string, hash: Uint8Array, now: number) => void
  revoke: (name: string, now: number) => void
  /** Another number than before once another process has written. */
  revision: () => number
}

const COLUMNS = 'name, hash, created_at AS createdAt, revoked_at AS revokedAt'
const Revision = v.object({ data_version: v.number() })

export const createTokenStore = (db: DatabaseSync): TokenStore => {
  const list = db.prepare(`SELECT ${COLUMNS} FROM tokens ORDER BY name`)
  const find = db.prepare(`SELECT ${COLUMNS} FROM tokens WHERE name = ?`)
  const put = db.prepare(`INSERT INTO tokens (name, hash, created_at) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at, revoked_at = NULL
    WHERE hash <> excluded.hash OR revoked_at IS NOT NULL`)
  const revoke = db.prepare(
    'UPDATE tokens SET revoked_at = ?2 WHERE name = ?1 AND revoked_at IS NULL',
  )
  const revision = db.prepare('PRAGMA data_version')
  return {
    list: () => v.parse(v.array(TokenRecord), list.all()),
    find: (name) => v.parse(v.nullable(TokenRecord), find.get(name) ?? null),
    put: (name, hash, now) => void put.run(name, hash, now),
    revoke: (name, now) => void revoke.run(name, now),
    revision: () => v.parse(Revision, revision.get()).data_version,
  }
}
