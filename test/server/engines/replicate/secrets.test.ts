import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, PICTURE, TOKEN } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench({ timeoutMs: 200 })
})
afterEach(() => bench.close())

/** All that an error could show, its hidden properties and its causes included. */
const allOf = (error: unknown): string => {
  if (!(error instanceof Error)) return JSON.stringify(error)
  const own = Object.getOwnPropertyNames(error).map((name) =>
    JSON.stringify(Reflect.get(error, name)),
  )
  return [error.stack, ...own, error.cause === undefined ? '' : allOf(error.cause)].join('\n')
}

it('a token is in no log, error, event or handle', async () => {
  const seen: string[] = []
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      seen.push(JSON.stringify(await work()))
    } catch (error) {
      seen.push(allOf(error))
    }
  }
  const { engine, fake } = bench
  const start = () => engine.start(PICTURE, NEVER)
  const echo = { status: 422, body: { detail: `Authorization: Bearer ${TOKEN}` } }
  for (const respond of [echo, 'reset-after-accept', 'hang', { ...echo, status: 500 }] as const) {
    fake.script.next({ on: 'createPrediction', respond })
    await attempt(start)
  }
  await attempt(() => engine.describe('maker/none', NEVER))
  const handle = await start()
  await attempt(() => Promise.resolve(handle))
  fake.script.next({ on: 'getPrediction', respond: { ...echo, status: 401 }, times: 2 })
  await attempt(() => bench.follow(handle))
  fake.script.run({ outcome: { fail: `KeyError: ${TOKEN}` } })
  await attempt(() => bench.draw())
  fake.script.next({ on: 'cancelPrediction', respond: echo })
  await attempt(() => engine.cancel(handle))

  expect(seen).toHaveLength(9)
  expect(bench.logged.length).toBeGreaterThan(3)
  expect([...seen, ...bench.logged].join('\n')).not.toContain(TOKEN)
})

it('the bare client’s error holds it', async () => {
  const { default: Replicate } = await import('replicate')
  const client = new Replicate({ auth: TOKEN, baseUrl: `${bench.url}/v1` })
  const error: unknown = await client.models.get('maker', 'none').catch((thrown: unknown) => thrown)
  const { request } = error as { request: Request }
  expect(request.headers.get('authorization')).toContain(TOKEN)
})
