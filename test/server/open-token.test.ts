import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openToken } from '../../server/open-token.ts'
import { temporaryFolder } from './start-proxy.ts'

describe('openToken', () => {
  it('makes a token of 256 bits at the first start, for its owner only, and keeps it', () => {
    const data = temporaryFolder()
    const token = openToken(data)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(statSync(join(data, 'token')).mode & 0o777).toBe(0o600)
    expect(readdirSync(data)).toEqual(['token'])
    expect(openToken(data)).toBe(token)
    expect(openToken(temporaryFolder())).not.toBe(token)
  })

  it('takes a long one that somebody wrote there, and closes it to others', () => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'token'), `${'t'.repeat(32)}\n`, { mode: 0o644 })
    expect(openToken(data)).toBe('t'.repeat(32))
    expect(statSync(join(data, 'token')).mode & 0o777).toBe(0o600)
  })

  it.each(['', 'short', `${'t'.repeat(40)} and more`])(
    'refuses %j and does not replace it',
    (text) => {
      const data = temporaryFolder()
      writeFileSync(join(data, 'token'), text)
      expect(() => openToken(data)).toThrow(/damaged or too short/)
      expect(readFileSync(join(data, 'token'), 'utf8')).toBe(text)
    },
  )
})
