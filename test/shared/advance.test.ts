import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { advance } from '../../shared/advance.ts'
import { FileId } from '../../shared/ids.ts'
import type { JobEvent, Output, Progress } from '../../shared/job.ts'
import { isFinal, queuedJob } from '../../shared/job.ts'

const output: Output = { file: v.parse(FileId, 'a'.repeat(64)), width: 1024, height: 1024 }
const error = { code: 'engine_failed', message: 'It broke.', charged: 'no' } as const

const after = (job: Progress, ...events: JobEvent[]): Progress => events.reduce(advance, job)
const dispatched = (index: number): JobEvent => ({ type: 'dispatched', index, at: 1_000 })
const started = (index: number): JobEvent => ({ type: 'started', index, handle: { run: index } })
const finished = (index: number): JobEvent => ({ type: 'finished', index, output })
const failed = (index: number): JobEvent => ({ type: 'failed', index, error })
const canceled: JobEvent = { type: 'canceled' }
const withdrawn = (index: number): JobEvent => ({ type: 'withdrawn', index })

describe('advance', () => {
  it.each<[string, JobEvent[], Progress['state']]>([
    ['nothing', [], 'queued'],
    ['one asked', [dispatched(0)], 'starting'],
    ['one asked, and not after all', [dispatched(0), withdrawn(0)], 'queued'],
    ['one drawing', [dispatched(0), started(0)], 'running'],
    ['one done, one waiting', [finished(0)], 'running'],
    ['all done', [finished(0), finished(1)], 'succeeded'],
    ['some failed', [finished(0), failed(1)], 'succeeded'],
    ['all failed', [failed(0), failed(1)], 'failed'],
    ['canceled in the queue', [canceled], 'canceled'],
    ['canceled while asked', [dispatched(0), canceled], 'canceled'],
    ['canceled while drawing', [dispatched(0), started(0), canceled], 'canceled'],
    ['canceled after the end', [finished(0), finished(1), canceled], 'succeeded'],
  ])('%s: %#', (_name, events, state) => {
    expect(after(queuedJob([7, 8]), ...events).state).toBe(state)
  })

  it('keeps finished pictures when the rest is canceled', () => {
    const job = after(queuedJob([7, 8]), finished(0), canceled)
    expect(job.runs.map((run) => run.state)).toEqual(['succeeded', 'canceled'])
    expect(job.state).toBe('canceled')
  })

  it('says how many pictures failed, and why, when others came', () => {
    const job = after(queuedJob([7, 8]), finished(0), failed(1))
    expect(job.warnings).toEqual(['1 of 2 pictures failed: It broke.'])
  })

  it('says the reason when every picture failed', () => {
    expect(after(queuedJob([7]), failed(0))).toMatchObject({ state: 'failed', error })
  })

  it('does not say the same warning twice', () => {
    const warned: JobEvent = { type: 'warned', message: 'Odd word.' }
    expect(after(queuedJob([7]), warned, warned).warnings).toEqual(['Odd word.'])
  })

  it.each([
    ['canceled', canceled],
    ['given up', failed(0)],
  ])('keeps a picture that arrives after its run was %s', (_name, event) => {
    const job = after(queuedJob([7]), dispatched(0), event)
    const late = advance(job, finished(0))
    expect(late.runs[0]).toMatchObject({ state: 'succeeded', output })
    expect(late.state).toBe(job.state)
  })

  it('lets a canceled run learn its handle, and what it cost', () => {
    const cost = { usd: 0.004, estimate: true }
    const paid: JobEvent = { type: 'failed', index: 0, error, cost }
    const job = after(queuedJob([7]), dispatched(0), canceled, started(0), paid)
    expect(job.runs).toEqual([{ index: 0, seed: 7, state: 'canceled', handle: { run: 0 }, cost }])
  })

  it('holds its rules for every order of events', () => {
    const event = fc.oneof(
      fc
        .constantFrom(0, 1, 2)
        .chain((index) =>
          fc.constantFrom(
            dispatched(index),
            withdrawn(index),
            started(index),
            finished(index),
            failed(index),
          ),
        ),
      fc.constant(canceled),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 24 }), (events) => {
        let job = queuedJob([1, 2, 3])
        for (const next of events) {
          const before = job
          job = advance(job, next)
          if (isFinal(before.state)) expect(job.state).toBe(before.state)
          expect(isFinal(job.state)).toBe(job.runs.every((run) => isFinal(run.state)))
          expect(job.runs.map((run) => run.seed)).toEqual([1, 2, 3])
          for (const [index, run] of before.runs.entries())
            if (run.state === 'succeeded') expect(job.runs[index]).toEqual(run)
          expect(advance(job, next)).toEqual(job)
        }
      }),
    )
  })
})
