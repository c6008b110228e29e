import { describe, expect, it } from 'vitest'
import type { Bucket } from '../../../../server/engines/replicate/api/bucket.ts'
import { createBucket } from '../../../../server/engines/replicate/api/bucket.ts'
import type { Outcome } from '../../../../server/engines/replicate/api/outcome.ts'
import { readThrottle } from '../../../../server/engines/replicate/api/throttle.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { problems } from '../../../fakes/replicate/problems.ts'
import { NEVER } from './open-engine.ts'

const throttled = async (response: Response): Promise<Outcome> => ({
  type: 'answer',
  status: 429,
  headers: new Headers(),
  text: '',
  body: await response.json(),
})

/** When each of so many requests goes out, in milliseconds from now. */
const times = async (
  bucket: Bucket,
  clock: ReturnType<typeof createManualClock>,
  count: number,
) => {
  const start = clock.now()
  const out: number[] = []
  const all = Array.from({ length: count }, () =>
    bucket.take(NEVER).then(() => out.push(clock.now() - start)),
  )
  for (let second = 0; second < 600 && out.length < count; second += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (out.length < count) clock.advance(100)
  }
  await Promise.all(all)
  return out
}

describe('a bucket', () => {
  it('lets a burst through and spaces the rest', async () => {
    const clock = createManualClock()
    const bucket = createBucket({ perMinute: 600, burst: 3 }, clock)
    expect(await times(bucket, clock, 6)).toEqual([0, 0, 0, 100, 200, 300])
  })

  it('holds as long as a 429 asks, and slows to the rate that it names', async () => {
    const clock = createManualClock()
    const bucket = createBucket({ perMinute: 600, burst: 3 }, clock)
    bucket.slow(readThrottle(await throttled(problems.throttled(5, true)), clock.now()))
    expect(await times(bucket, clock, 3)).toEqual([5000, 15_000, 25_000])
    clock.advance(10 * 60_000)
    expect(await times(bucket, clock, 3)).toEqual([0, 0, 0])
  })

  it('says why a picture waits: little credit is not no credit', async () => {
    const clock = createManualClock()
    const said: string[] = []
    for (const lowCredit of [true, false]) {
      const bucket = createBucket({ perMinute: 600, burst: 3 }, clock)
      bucket.slow(readThrottle(await throttled(problems.throttled(5, lowCredit)), clock.now()))
      void bucket.take(NEVER, (reason) => said.push(reason))
    }
    expect(said).toEqual([
      'Replicate takes 6 pictures a minute while the account has little credit. This one waits its turn.',
      'Replicate is busy with this account. The picture waits its turn.',
    ])
  })

  it('lets go at once when the signal aborts', async () => {
    const clock = createManualClock()
    const bucket = createBucket({ perMinute: 1, burst: 1 }, clock)
    await bucket.take(NEVER)
    const stop = new AbortController()
    const second = bucket.take(stop.signal)
    stop.abort()
    await second
    expect(clock.waiting()).toBe(0)
  })
})

describe('a 429', () => {
  const answer = (headers: Record<string, string>, body: unknown): Outcome => ({
    type: 'answer',
    status: 429,
    headers: new Headers(headers),
    text: '',
    body,
  })
  const now = Date.UTC(2026, 0, 1)
  it.each<[string, Outcome, number]>([
    ['a header in seconds', answer({ 'retry-after': '7' }, { retry_after: 3 }), 7000],
    [
      'a header with a date',
      answer({ 'retry-after': new Date(now + 9000).toUTCString() }, {}),
      9000,
    ],
    ['a number in the body', answer({}, { retry_after: 3 }), 3000],
    ['words', answer({}, { detail: 'Throttled. Your rate limit resets in ~30s.' }), 30_000],
    ['other words', answer({}, { detail: 'Throttled. Expected available in 1 second.' }), 1000],
    ['nothing', answer({}, undefined), 5000],
  ])('says how long by %s', (_, outcome, holdMs) => {
    expect(readThrottle(outcome, now)).toMatchObject({ holdMs, rate: null })
  })
})
