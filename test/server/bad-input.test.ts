import { describe, expect, it } from 'vitest'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest, newDocumentId, newPanelId } from './job-request.ts'
import type { Call } from './start-proxy.ts'
import { startProxy } from './start-proxy.ts'

const good = jobRequest()
const json = (changes: object): Call => ({ json: { ...good, ...changes } })
const settings = (changes: object): Call => json({ settings: { ...good.settings, ...changes } })
const text = (body: string): Call => ({ body, headers: { 'content-type': 'application/json' } })

describe('a bad job', () => {
  it.each<[string, Call, number, string, RegExp]>([
    ['empty brief', json({ brief: '' }), 400, 'invalid_request', /brief: Write a brief first/],
    ['blank brief', json({ brief: ' \n\t' }), 400, 'invalid_request', /brief: Write a brief first/],
    [
      '5,000 characters',
      json({ brief: 'x'.repeat(5000) }),
      400,
      'invalid_request',
      /brief: A brief has at most 2000/,
    ],
    ['no brief', json({ brief: undefined }), 400, 'invalid_request', /brief: /],
    ['count 0', json({ count: 0 }), 400, 'invalid_request', /count: Draw at least one/],
    ['count 99', json({ count: 99 }), 400, 'invalid_request', /count: One press makes at most 4/],
    ['count 1.5', json({ count: 1.5 }), 400, 'invalid_request', /count: /],
    ['count as text', json({ count: '2' }), 400, 'invalid_request', /count: Expected number/],
    [
      'NaN as null',
      settings({ steps: Number.NaN }),
      400,
      'invalid_request',
      /settings\.steps: Expected number/,
    ],
    [
      'NaN in the JSON',
      text(JSON.stringify(good).replace('"steps":28', '"steps":NaN')),
      400,
      'invalid_request',
      /not JSON/,
    ],
    [
      'infinite guidance',
      text(JSON.stringify(good).replace('"guidance":3', '"guidance":1e999')),
      400,
      'invalid_request',
      /settings\.guidance: /,
    ],
    ['negative seed', settings({ seed: -1 }), 400, 'invalid_request', /settings\.seed: /],
    [
      'unknown style',
      json({ style: 'gone' }),
      400,
      'invalid_request',
      /style is not there any more/,
    ],
    ['style that is a path', json({ style: '../token' }), 400, 'invalid_request', /style: /],
    ['unknown engine', json({ engine: 'midjourney' }), 400, 'invalid_request', /engine: /],
    [
      'engine that is not set up',
      json({ engine: 'replicate' }),
      503,
      'engine_unavailable',
      /not set up.*Nothing was charged.*Scripted/,
    ],
    ['unknown field', json({ surprise: 1 }), 400, 'invalid_request', /surprise: /],
    [
      'unknown setting',
      settings({ webhook: 'http://evil.example' }),
      400,
      'invalid_request',
      /settings\.webhook: /,
    ],
    [
      '__proto__',
      text(JSON.stringify(good).replace('{', '{"__proto__":{"admin":true},')),
      400,
      'invalid_request',
      /./,
    ],
    ['id that is none', json({ id: 'job_1' }), 400, 'invalid_request', /id: /],
    [
      'unknown reference',
      json({ reference: { file: 'a'.repeat(64), use: 'follow', strength: 0.5 } }),
      400,
      'invalid_request',
      /reference picture is not on the proxy/,
    ],
    [
      'reference to an address',
      json({ reference: { file: 'http://169.254.169.254/', use: 'follow', strength: 0.5 } }),
      400,
      'invalid_request',
      /reference\.file: /,
    ],
    ['an array', { json: [good] }, 400, 'invalid_request', /./],
    ['null', { json: null }, 400, 'invalid_request', /./],
    ['half of it', text(JSON.stringify(good).slice(0, 50)), 400, 'invalid_request', /not JSON/],
    ['nothing', text(''), 400, 'invalid_request', /not JSON/],
    [
      'broken UTF-8',
      { body: Buffer.from([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } },
      400,
      'invalid_request',
      /not JSON/,
    ],
    [
      'text',
      { body: JSON.stringify(good), headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported_media_type',
      /application\/json/,
    ],
    [
      'a form',
      { body: new URLSearchParams({ a: 'b' }) },
      415,
      'unsupported_media_type',
      /application\/json/,
    ],
    ['no content type', { method: 'POST' }, 415, 'unsupported_media_type', /application\/json/],
    ['70 kB', json({ brief: 'x'.repeat(70_000) }), 413, 'payload_too_large', /limit is 64 kB/],
    [
      '70 kB in chunks',
      { body: new Blob(['x'.repeat(70_000)]).stream() },
      413,
      'payload_too_large',
      /limit is 64 kB/,
    ],
  ])('%s', async (_, call, status, code, message) => {
    const engine = createScriptedEngine()
    const { refusal, call: ask } = await startProxy({ engines: [engine] })
    const refused = await refusal('/v1/jobs', call)
    expect(refused).toMatchObject({ status, code })
    expect(refused.message).toMatch(message)
    expect((await ask('listJobs', '/v1/jobs')).jobs).toEqual([])
    expect(engine.runs).toHaveLength(0)
  })

  it('is never echoed', async () => {
    const { request } = await startProxy({ engines: [createScriptedEngine()] })
    for (const call of [
      json({ count: 'a secret' }),
      json({ brief: ['a secret'] }),
      json({ 'a secret': 1, brief: 'a secret '.repeat(1000) }),
      text('{"brief": a secret'),
    ]) {
      const { error } = JSON.parse(await (await request('/v1/jobs', call)).text()) as {
        error: object
      }
      // The name of an unknown field is said, so that it can be found; no value is.
      expect(JSON.stringify(error).replaceAll(/"path":"[^"]*"|^a secret: /g, '')).not.toMatch(
        /"a secret/,
      )
    }
  })
})

describe('words', () => {
  it.each([
    ['emoji', 'a 🦊 with a 👩‍🚀'],
    ['right to left', 'שועל עם כובע'],
    ['markup', '</script><script>alert(1)</script>'],
    ['template', 'a {trigger} and {brief}'],
    ['SQL', `'; DROP TABLE jobs; --`],
    ['the longest brief', 'x'.repeat(2000)],
    ['half a character', 'a \ud83e'],
  ])('come back as they were: %s', async (_, brief) => {
    const { create, job } = await startProxy({ engines: [createScriptedEngine()] })
    const { id } = await create(jobRequest({ brief }))
    expect((await job(id)).request.brief).toBe(brief)
  })
})

describe('a bad question', () => {
  const panel = { json: { panel: newPanelId() } }
  it.each<[string, Call, number, string]>([
    ['/v1/jobs/job_1', {}, 400, 'invalid_request'],
    [`/v1/jobs/${good.id}`, {}, 404, 'not_found'],
    [`/v1/jobs/${good.id}/cancel`, { method: 'POST' }, 404, 'not_found'],
    [`/v1/jobs/${good.id}/outputs/0/claim`, panel, 404, 'not_found'],
    [`/v1/jobs/${good.id}/outputs/0/placed`, panel, 404, 'not_found'],
    [`/v1/jobs/${good.id}/outputs/4/claim`, panel, 400, 'invalid_request'],
    [`/v1/jobs/${good.id}/outputs/0/claim`, { json: {} }, 400, 'invalid_request'],
    ['/v1/jobs?state=done', {}, 400, 'invalid_request'],
    ['/v1/jobs?cursor=abc', {}, 400, 'invalid_request'],
    ['/v1/jobs?limit=0', {}, 400, 'invalid_request'],
    ['/v1/jobs?limit=101', {}, 400, 'invalid_request'],
    ['/v1/jobs?document=mine', {}, 400, 'invalid_request'],
    ['/v1/events?document=mine', {}, 400, 'invalid_request'],
    ['/v1/nothing', {}, 404, 'not_found'],
    ['/v1', {}, 404, 'not_found'],
    ['/v1/status', { method: 'POST' }, 404, 'not_found'],
    ['/v1/styles/UPPER', { method: 'DELETE' }, 400, 'invalid_request'],
  ])('%s %j', async (path, call, status, code) => {
    const { refusal } = await startProxy({ engines: [createScriptedEngine()] })
    expect(await refusal(path, call)).toMatchObject({ status, code })
  })

  it('about a document that nobody knows has an empty answer', async () => {
    const { call } = await startProxy()
    expect(await call('listJobs', `/v1/jobs?document=${newDocumentId()}`)).toEqual({
      jobs: [],
      next: null,
    })
  })
})
