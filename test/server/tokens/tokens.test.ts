import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { isReady, readEvents } from '../event-reader.ts'
import { jobRequest } from '../job-request.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'
import { runToken } from './run-token.ts'

/** Each command is a process of its own. Milliseconds. */
const PATIENCE = 30_000

const open = async () => {
  const started = await startProxy()
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await started.request('/v1/status', { headers })).status
  return { ...started, token: (...words: string[]) => runToken(started.data, words), status }
}

describe('npm run token', { timeout: PATIENCE }, () => {
  it('lets one more person in while the proxy runs, across a restart', async () => {
    const { token, status, data, stop } = await open()
    const anna = token('create', 'anna')
    expect(anna.said).toMatch(
      /^anna’s token, shown this once:\n\n {2}[\w-]{43}\n\nFigma .*\nStudio {3}http:\/\/localhost:8787\/#token=[\w-]{43}\n$/,
    )
    const ben = token('create', 'ben')
    expect(ben.headers).not.toEqual(anna.headers)
    expect([await status(anna.headers), await status(ben.headers)]).toEqual([200, 200])
    await stop()
    const again = await startProxy({ data })
    expect((await again.request('/v1/status', { headers: anna.headers })).status).toBe(200)
  })

  it('replaces a token: the old one lets in no more', async () => {
    const { token, status } = await open()
    const before = token('create', 'anna')
    const after = token('rotate', 'Anna')
    expect([await status(before.headers), await status(after.headers)]).toEqual([401, 200])
  })

  it('takes a token back, and gives another one to the same person later', async () => {
    const { token, status } = await open()
    const before = token('create', 'anna')
    expect(token('revoke', 'anna').said).toBe('anna’s token lets in no more.\n')
    expect(await status(before.headers)).toBe(401)
    const after = token('create', 'anna')
    expect([await status(before.headers), await status(after.headers)]).toEqual([401, 200])
  })

  it('replaces the owner’s, in its file too', async () => {
    const { token, status, data, proxy, stop } = await open()
    const after = token('rotate', 'owner')
    const file = readFileSync(join(data, 'token'), 'utf8').trim()
    expect(after.headers).toEqual({ authorization: `Bearer ${file}` })
    const before = { authorization: `Bearer ${proxy.token}` }
    expect([await status(before), await status(after.headers)]).toEqual([401, 200])
    await stop()
    expect((await startProxy({ data })).proxy.token).toBe(file)
  })

  it('lists who is let in, and since when, without a token', async () => {
    const { token } = await open()
    token('create', 'ben')
    token('create', 'Änne')
    token('revoke', 'ben')
    const day = String.raw`\d{4}-\d\d-\d\d`
    expect(token('list').said).toMatch(
      new RegExp(`^ben +since ${day}, revoked ${day}\nowner +since ${day}\nÄnne +since ${day}\n$`),
    )
  })

  it('says a refusal where errors are read, and changes nothing', async () => {
    const { token, status } = await open()
    const anna = token('create', 'anna')
    expect(token('create', 'anna')).toMatchObject({
      status: 1,
      said: '',
      refused: 'anna has a token already. Rotate it to get another one.\n',
    })
    expect(await status(anna.headers)).toBe(200)
  })

  it('leaves an owner’s token from the environment to the environment', () => {
    const data = temporaryFolder()
    const environment = { MAQUETTE_TOKEN: 't'.repeat(32) }
    runToken(data, ['list'], environment)
    expect(runToken(data, ['rotate', 'owner'], environment).status).toBe(1)
    expect(readdirSync(data)).toEqual(['tokens.db'])
  })
})

describe('a token', { timeout: PATIENCE }, () => {
  it('is stored as a hash only, for the owner of the folder only', async () => {
    const { token, data, proxy } = await open()
    const anna = token('create', 'anna').headers.authorization.replace('Bearer ', '')
    expect(anna).toHaveLength(43)
    for (const file of readdirSync(data, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const stored = readFileSync(join(file.parentPath, file.name))
      expect([file.name, stored.includes(anna)]).toEqual([file.name, false])
      if (file.name !== 'token') expect(stored.includes(proxy.token)).toBe(false)
    }
    expect(statSync(join(data, 'tokens.db')).mode & 0o777).toBe(0o600)
  })

  it('sees the whole workspace, and its name stands with the jobs that it pressed', async () => {
    const { token, create, job, request } = await open()
    const { headers } = token('create', 'anna')
    const press = jobRequest()
    const sent = await request('/v1/jobs', { json: press, headers })
    expect(sent.status).toBe(202)
    expect((await create(jobRequest())).pressedBy).toBe('owner')
    // The same press, sent again by another person, is still hers.
    expect((await create(press)).pressedBy).toBe('anna')
    expect((await job(press.id)).pressedBy).toBe('anna')
    const listed: unknown = await (await request('/v1/jobs', { headers })).json()
    expect(listed).toMatchObject({ jobs: [{ pressedBy: 'owner' }, { pressedBy: 'anna' }] })
  })

  it('that is taken back or replaced ends its event streams, and no other', async () => {
    const clock = createManualClock()
    const proxy = await startProxy({ clock })
    const stream = async (headers: Record<string, string>) => {
      const reader = await readEvents({
        request: (path, call) => proxy.request(path, { ...call, headers }),
      })
      await reader.until(isReady)
      return reader
    }
    const token = (...words: string[]) => runToken(proxy.data, words)
    const anna = await stream(token('create', 'anna').headers)
    const ben = await stream(token('create', 'ben').headers)
    const owner = await stream({})
    token('revoke', 'anna')
    token('rotate', 'ben')
    clock.advance(1000)
    expect([await anna.next(), await ben.next()]).toEqual(['end', 'end'])
    clock.advance(15_000)
    expect(await owner.next()).toBe('alive')
  })
})

describe('the owner’s token from the environment', () => {
  const given = 'a-token-of-a-container-0123456789'
  const hosting = { host: null, token: given, publicUrl: null, trustedHops: 0 }

  it('takes the place of the one in the data folder', async () => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'token'), 'f'.repeat(40))
    const { request } = await startProxy({ data, config: { hosting } })
    const status = async (token: string): Promise<number> =>
      (await request('/v1/status', { headers: { authorization: `Bearer ${token}` } })).status
    expect([await status(given), await status('f'.repeat(40))]).toEqual([200, 401])
  })

  it('is written nowhere', async () => {
    const { data } = await startProxy({ config: { hosting } })
    expect(readdirSync(data)).not.toContain('token')
  })
})
