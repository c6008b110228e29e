import { describe, expect, it } from 'vitest'
import { WirePrediction } from '../../../../server/engines/replicate/api/wire.ts'
import * as v from 'valibot'
import { blockedPictures } from '../../../../server/engines/replicate/run/blocked-pictures.ts'
import { judgeRun } from '../../../../server/engines/replicate/run/judge-run.ts'
import { nextPoll } from '../../../../server/engines/replicate/run/next-poll.ts'
import { readProgress } from '../../../../server/engines/replicate/run/read-progress.ts'

describe('the progress in a run’s logs', () => {
  const bar = (text: string) => readProgress(`Using seed: 42\nPrompt: 50%| a joke\n${text}`)
  it.each([
    ['  0%|          | 0/28 [00:00<?, ?it/s]', { current: 0, total: 28, secondsLeft: null }],
    [
      ' 50%|█████     | 14/28 [00:01<00:01, 10.0it/s]',
      { current: 14, total: 28, secondsLeft: 1.4 },
    ],
    [
      ' 75%|███████▌  | 21/28 [01:43<00:14,  2.00s/it]',
      { current: 21, total: 28, secondsLeft: 14 },
    ],
    ['100%|██████████| 28/28 [00:02<00:00, 10.4it/s]', { current: 28, total: 28, secondsLeft: 0 }],
  ])('%s', (text, expected) => {
    const { secondsLeft, ...rest } = expected
    expect(bar(text)).toMatchObject(rest)
    if (secondsLeft === null) expect(bar(text)!.secondsLeft).toBeNull()
    else expect(bar(text)!.secondsLeft).toBeCloseTo(secondsLeft)
  })

  it('is the last whole bar of a line that was redrawn, not a piece of one', () => {
    const text =
      '  0%|          | 0/4 [00:00<?, ?it/s]\r 25%|██▌       | 1/4 [00:01<00:03, 1.00it/s]\r 50%|█████     | 2/4 [00:02<00'
    expect(bar(text)).toMatchObject({ current: 1, total: 4 })
  })

  it('is not that of a download or of a cache', () => {
    expect(bar('Caching latents: 100%|██████████| 12/12 [00:01<00:00,  8.9it/s]')).toBeNull()
    expect(bar('')).toBeNull()
  })
})

describe('the filter in a run’s logs', () => {
  it.each([
    ['Total safe images: 2 out of 4', 2],
    ['NSFW content detected in image 0\nNSFW content detected in image 3', 2],
    ['NSFW content detected in image 1\nTotal safe images: 3 out of 4', 1],
    ['Total safe images: 1 out of 1', 0],
    ['', 0],
  ])('%j took out %i', (logs, count) => {
    expect(blockedPictures(logs)).toBe(count)
  })
})

describe('a run as it answers', () => {
  const run = (fields: object) =>
    judgeRun(v.parse(WirePrediction, { id: 'abc', status: 'succeeded', created_at: '', ...fields }))

  it('keeps what the filter left, and says what it took', () => {
    expect(run({ output: ['https://a/0.png'], logs: 'Total safe images: 1 out of 4' })).toEqual({
      state: 'done',
      url: 'https://a/0.png',
      warnings: ['The model’s safety filter took out 3 of 4 pictures.'],
    })
  })

  it('was blocked where the filter left nothing', () => {
    expect(run({ output: [], logs: 'Total safe images: 0 out of 1' })).toMatchObject({
      state: 'failed',
      error: { code: 'blocked_by_filter' },
    })
  })

  it('is not over before it says so, whatever its output', () => {
    expect(run({ status: 'processing', output: ['https://a/0.png'] })).toEqual({ state: 'going' })
    expect(run({ status: 'resting' })).toEqual({ state: 'going' })
  })

  it('is read whatever its statistics look like', () => {
    expect(run({ output: 'https://a/0.png', metrics: { predict_time: null }, logs: 3 })).toEqual({
      state: 'done',
      url: 'https://a/0.png',
      warnings: [],
    })
  })

  it('is over with a time of completion, also in a state that is new', () => {
    expect(
      run({ status: 'evicted', completed_at: '2026-01-01', metrics: { predict_time: 0 } }),
    ).toMatchObject({ state: 'failed', error: { charged: 'no' } })
  })
})

describe('the next question', () => {
  it.each([
    ['soon after the press', { state: 'starting', ageMs: 0 }, 1, 200],
    ['later', { state: 'starting', ageMs: 5000 }, 1, 1000],
    ['on a cold boot', { state: 'starting', ageMs: 20_000 }, 1, 3000],
    ['long before the end', { state: 'processing', leftMs: 9000 }, 1, 1000],
    ['before the end', { state: 'processing', leftMs: 1100 }, 1, 800],
    ['close to it', { state: 'processing', leftMs: 300 }, 1, 50],
    ['at the end', { state: 'processing', leftMs: 0 }, 1, 50],
    ['after it', { state: 'processing', leftMs: -2000 }, 1, 300],
    ['long after it', { state: 'processing', leftMs: -90_000 }, 1, 1000],
    ['among the runs of two presses', { state: 'processing', leftMs: 0 }, 8, 50],
    ['among 200 runs', { state: 'processing', leftMs: 0 }, 200, 4444],
  ] as const)('%s', (_, standing, watched, ms) => {
    expect(Math.round(nextPoll(standing, watched))).toBe(ms)
  })
})
