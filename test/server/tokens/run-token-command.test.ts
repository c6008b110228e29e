import { describe, expect, it, onTestFinished } from 'vitest'
import { newToken } from '../../../server/tokens/new-token.ts'
import { openTokenDb } from '../../../server/tokens/open-token-db.ts'
import { runTokenCommand } from '../../../server/tokens/run-token-command.ts'
import { createTokenStore } from '../../../server/tokens/token-store.ts'
import { temporaryFolder } from '../start-proxy.ts'

const open = () => {
  const db = openTokenDb(temporaryFolder())
  onTestFinished(() => db.close())
  const store = createTokenStore(db)
  store.put('owner', Buffer.alloc(32), 0)
  const options = { store, now: Date.UTC(2026, 0, 1), renewOwner: newToken, studio: '' }
  return { store, run: (words: string) => runTokenCommand(words.split(' '), options) }
}

describe('runTokenCommand', () => {
  it.each([
    ['create owner', /^owner has a token already/],
    ['create OWNER', /has a token already/],
    ['create anna', /^anna has a token already. Rotate it/],
    ['create ANNA', /has a token already/],
    ['rotate nobody', /^There is no token that is called nobody/],
    ['rotate gone', /^There is no token that is called gone/],
    ['revoke nobody', /^There is no token that is called nobody/],
    ['revoke gone', /^There is no token that is called gone/],
    ['revoke owner', /Rotate it instead/],
    ['create two words', /^npm run token -- create NAME/],
    ['create -f', /^A name is one word/],
    ['create <b>', /^A name is one word/],
    [`create ${'x'.repeat(41)}`, /^A name is one word/],
    ['create', /^npm run token -- create NAME/],
    ['list anna', /^npm run token -- create NAME/],
    ['delete anna', /^npm run token -- create NAME/],
    ['', /^npm run token -- create NAME/],
  ])('refuses “%s” in words, and changes nothing', (words, refusal) => {
    const { store, run } = open()
    run('create anna')
    run('create gone')
    run('revoke gone')
    const before = store.list()
    expect(() => run(words)).toThrow(refusal)
    expect(store.list()).toEqual(before)
  })
})
