import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'

const BODY = { model: 'black-forest-labs/flux-dev', input: { prompt: 'a bear' } } as const
const HTML = '<!DOCTYPE html><title>502 Bad Gateway</title>'

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(() => fake.stop())

const create = (init: { signal?: AbortSignal } = {}) =>
  fake.request('/v1/predictions', {
    json: { version: BODY.model, input: BODY.input },
    ...init,
  })

describe('what the bare client does', () => {
  it('pays six times for one broken connection', async () => {
    fake.script.next({ on: 'createPrediction', times: 6, respond: 'reset-after-accept' })
    await expect(fake.client.predictions.create(BODY)).rejects.toThrow()
    expect(fake.count('createPrediction')).toBe(6)
    expect(fake.ledger).toHaveLength(6)
  })

  it('knocks six times at once when it is told to wait', async () => {
    fake.script.rate({ perMinute: 1, burst: 0 })
    await expect(fake.client.predictions.create(BODY)).rejects.toThrow('429')
    expect(fake.count('createPrediction')).toBe(6)
    expect(fake.ledger).toEqual([])
  })
})

describe('a scripted fault', () => {
  it('breaks the connection before anything is accepted', async () => {
    fake.script.next({ on: 'createPrediction', respond: 'reset-before' })
    await expect(create()).rejects.toThrow()
    expect(fake.ledger).toEqual([])
    expect((await create()).status).toBe(201)
  })

  it.each([
    ['hang', 0],
    ['hang-after-accept', 1],
  ] as const)('never answers: %s', async (respond, accepted) => {
    fake.script.next({ on: 'createPrediction', respond })
    const patience = new AbortController()
    const waiting = create({ signal: patience.signal })
    await expect.poll(() => fake.calls.length + fake.ledger.length).toBe(1 + accepted)
    patience.abort()
    await expect(waiting).rejects.toThrow()
    expect(fake.ledger).toHaveLength(accepted)
    expect(fake.calls.map((call) => call.status)).toEqual([null])
  })

  it('answers what it is told, until it is cleared', async () => {
    fake.script.next({ on: 'any', times: Infinity, respond: { status: 502, body: HTML } })
    for (const response of [await create(), await fake.request('/v1/account')]) {
      expect(response.status).toBe(502)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(await response.text()).toBe(HTML)
    }
    fake.script.clear()
    expect((await create()).status).toBe(201)
    expect(fake.calls.map((call) => call.status)).toEqual([502, 502, 201])
  })

  it('meets only the requests that match', async () => {
    const [first, second] = [
      await fake.client.predictions.create(BODY),
      await fake.client.predictions.create(BODY),
    ]
    fake.script.next({
      on: 'getPrediction',
      match: (call) => call.path.endsWith(second.id),
      respond: { status: 500 },
    })
    expect((await fake.request(`/v1/predictions/${first.id}`)).status).toBe(200)
    expect((await fake.request(`/v1/predictions/${second.id}`)).status).toBe(500)
    expect((await fake.request(`/v1/predictions/${second.id}`)).status).toBe(200)
  })

  it('comes late', async () => {
    fake.script.next({ on: 'getAccount', respond: { delayMs: 1000 } })
    const waiting = fake.request('/v1/account')
    await expect.poll(() => fake.count('getAccount')).toBe(1)
    fake.clock.advance(1000)
    expect((await waiting).status).toBe(200)
  })
})

it('leaves nothing open when it stops', async () => {
  fake.script.next({ on: 'getAccount', respond: 'hang' })
  fake.script.next({ on: 'listHardware', respond: { delayMs: 60_000 } })
  const open = Promise.allSettled([fake.request('/v1/account'), fake.request('/v1/hardware')])
  await expect.poll(() => fake.count()).toBe(2)
  await fake.stop()
  expect((await open).map((one) => one.status)).toEqual(['rejected', 'rejected'])
})

it.each([['while it hangs', true] as const, ['while it reads', false] as const])(
  'is not to blame for a sender that dies in the middle of its upload: %s',
  async (_, hangs) => {
    if (hangs) fake.script.next({ on: 'createFile', respond: 'hang' })
    const { hostname, port } = new URL(fake.url)
    const socket = connect(Number(port), hostname)
    socket.write(
      'POST /v1/files HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n' +
        `authorization: Bearer ${fake.token}\r\ncontent-type: multipart/form-data; boundary=x\r\n\r\n--x`,
    )
    await expect.poll(() => fake.count('createFile')).toBe(1)
    socket.end()
    await once(socket.resume(), 'close')
    await fake.stop()
    expect(fake.expectClean).not.toThrow()
  },
)

describe('what must not be sent', () => {
  it('takes unknown inputs, and tells the test', async () => {
    const input = { prompt: 'a bear', guidance_scale: 3 }
    await fake.client.predictions.create({ ...BODY, input })
    expect(fake.ledger).toHaveLength(1)
    expect(fake.unknownInputs).toMatchObject([{ model: BODY.model, name: 'guidance_scale' }])
    expect(fake.expectClean).toThrow('input guidance_scale of black-forest-labs/flux-dev')
  })

  it('answers 404 to what nobody has, and tells the test', async () => {
    expect((await fake.request('/v1/pictures?page=2')).status).toBe(404)
    expect(fake.expectClean).toThrow('GET /v1/pictures?page=2')
  })

  it('has nothing to tell about a clean test', async () => {
    await fake.client.predictions.create(BODY)
    expect(fake.expectClean).not.toThrow()
  })
})

it('writes equal inputs as equal texts in its ledger', async () => {
  await fake.client.predictions.create({ ...BODY, input: { seed: 1, prompt: 'x' } })
  await fake.client.predictions.create({ ...BODY, input: { prompt: 'x', seed: 1 } })
  expect(fake.ledger[0]?.input).toBe('{"prompt":"x","seed":1}')
  expect(fake.ledger[1]?.input).toBe(fake.ledger[0]?.input)
  await fake.client.predictions.create({
    ...BODY,
    input: { prompt: 'x', image: 'data:text/plain,a' },
  })
  expect(fake.ledger[2]?.input).toMatch(/"image":"data:sha256,[0-9a-f]{64}"/)
  expect(fake.ledger[0]).toMatchObject({ kind: 'prediction', model: BODY.model })
})
