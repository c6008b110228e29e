import { describe, expect, it } from 'vitest'
import { isReady, readEvents } from '../event-reader.ts'
import { startProxy } from '../start-proxy.ts'
import { runToken } from './run-token.ts'

const LIMIT = 32

describe('event streams of one token', { timeout: 20_000 }, () => {
  it('are so many; one more is refused in words, and those that are open stay', async () => {
    const proxy = await startProxy()
    const readers = await Promise.all(Array.from({ length: LIMIT }, () => readEvents(proxy)))
    for (const { until } of readers) await until(isReady)
    expect(await proxy.refusal('/v1/events')).toMatchObject({
      status: 429,
      code: 'rate_limited',
      message: expect.stringMatching(/32 panels open already/) as string,
    })
    // The panel without a stream asks for its jobs.
    expect((await proxy.request('/v1/jobs')).status).toBe(200)

    const { headers } = runToken(proxy.data, ['create', 'anna'])
    const anna = await proxy.request('/v1/events', { headers })
    expect(anna.status).toBe(200)
    await anna.body!.cancel()

    await readers[0]!.close()
    await expect.poll(async () => (await readEvents(proxy)).response.status).toBe(200)
  })

  it('are not counted for a reader who wants the head only', async () => {
    const proxy = await startProxy()
    for (let count = 0; count < LIMIT + 3; count += 1)
      expect((await proxy.request('/v1/events', { method: 'HEAD' })).status).toBe(200)
    expect((await readEvents(proxy)).response.status).toBe(200)
  })
})
