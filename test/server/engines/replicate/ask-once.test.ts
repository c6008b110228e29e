import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Replicate from 'replicate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askOnce } from '../../../../server/engines/replicate/api/ask-once.ts'
import type { Fault } from '../../../fakes/replicate/script.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, TOKEN } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const order = { model: 'black-forest-labs/flux-dev', input: { prompt: 'a figurine' } } as const
const create = (client: Replicate) => client.predictions.create(order)
const read = (client: Replicate) => client.models.get('maker', 'nua-figurine')

/** The client as its README shows it. */
const bare = async (use: (client: Replicate) => Promise<unknown>) => {
  const client = new Replicate({ auth: TOKEN, baseUrl: `${bench.url}/v1` })
  await use(client).catch(() => undefined)
}
const guarded = (use: (client: Replicate) => Promise<unknown>) =>
  askOnce({ token: TOKEN, baseUrl: `${bench.url}/v1`, fetch, timeoutMs: 500 }, use, NEVER)

const fail = (on: 'createPrediction' | 'getModel', respond: Fault) =>
  bench.fake.script.next({ on, respond, times: Infinity })

describe('a paid request', () => {
  it.each<[string, Fault, number, object]>([
    ['is throttled', { status: 429, body: { retry_after: 5 } }, 0, { type: 'answer', status: 429 }],
    ['is cut off before', 'reset-before', 0, { type: 'silence', sent: true }],
    ['is accepted, and cut off', 'reset-after-accept', 1, { type: 'silence', sent: true }],
    ['is accepted, and half answered', 'cut', 1, { type: 'silence', sent: true }],
  ])('goes out once when it %s; the bare client sends six', async (_, fault, paid, outcome) => {
    fail('createPrediction', fault)
    expect(await guarded(create)).toMatchObject(outcome)
    expect(bench.fake.count('createPrediction')).toBe(1)
    expect(bench.fake.ledger).toHaveLength(paid)

    await bare(create)
    // Half an answer has its headers, which is enough for the client not to send again.
    const again = fault === 'cut' ? 1 : 6
    expect(bench.fake.count('createPrediction')).toBe(1 + again)
    expect(bench.fake.ledger).toHaveLength(paid + paid * again)
  })

  it('is given up in time when nobody answers', async () => {
    fail('createPrediction', 'hang-after-accept')
    expect(await guarded(create)).toEqual({ type: 'silence', sent: true })
    expect(bench.fake.ledger).toHaveLength(1)
  })

  it('is known not to have been sent when nobody is there', async () => {
    await bench.close()
    expect(await guarded(create)).toEqual({ type: 'silence', sent: false })
    await bench.fake.start()
  })
})

describe('a question', () => {
  it.each<[string, Fault]>([
    ['meets a 5xx in HTML', { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['is throttled', { status: 429, body: {} }],
    ['is cut off', 'reset-before'],
  ])('goes out once when it %s; the bare client sends six at once', async (_, fault) => {
    fail('getModel', fault)
    await guarded(read)
    expect(bench.fake.count('getModel')).toBe(1)
    const before = performance.now()
    await bare(read)
    expect(bench.fake.count('getModel')).toBe(7)
    expect(performance.now() - before).toBeLessThan(450)
  })

  it('is answered with what came, whole', async () => {
    const answer = await guarded(read)
    expect(answer).toMatchObject({ type: 'answer', status: 200, body: { name: 'nua-figurine' } })
  })
})

describe('the token', () => {
  it('is not sent to another host, not by a next page and not by a redirect', async () => {
    const seen: (string | undefined)[] = []
    const thief = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(thief, 'listening')
    const address = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/v1/predictions`

    const next = (client: Replicate) => client.request(address, { method: 'GET' })
    expect(await guarded(next)).toEqual({ type: 'silence', sent: false })
    expect(seen).toEqual([])
    await bare(next)
    expect(seen).toEqual([`Bearer ${TOKEN}`])

    fail('getModel', { status: 302, headers: { location: address } })
    expect(await guarded(read)).toMatchObject({ type: 'answer', status: 302 })
    expect(seen).toHaveLength(1)
    thief.close()
  })
})
