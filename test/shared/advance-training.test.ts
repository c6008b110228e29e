import { describe, expect, it } from 'vitest'
import { advanceTraining } from '../../shared/advance-training.ts'
import type { TrainingEvent, TrainingProgress } from '../../shared/training-progress.ts'

const archive = { file: 'f1', url: 'https://example.com/f1' }
const destination = 'maker/nua'
const handle = { id: 't1' }
const trained = { model: `${destination}:${'a'.repeat(64)}`, weights: null, seconds: 900 }
const cost = { usd: 1.4, estimate: true }
const error = { code: 'engine_failed', message: 'It broke.', charged: 'maybe' } as const
const NOTHING = { usd: 0, estimate: false }

const queued: TrainingProgress = { state: 'queued', warnings: [] }
const after = (...events: readonly TrainingEvent[]) => events.reduce(advanceTraining, queued)
const uploaded = { type: 'uploaded', archive, destination } as const
const dispatched = { type: 'dispatched', at: 5 } as const
const started = { type: 'started', handle } as const
const made = { type: 'trained', trained, cost } as const
const kept = { type: 'kept', weights: null } as const
const failed = { type: 'failed', error } as const
const canceled = { type: 'canceled' } as const

describe('advanceTraining', () => {
  it('takes a training to its version', () => {
    expect(after(uploaded)).toMatchObject({ state: 'starting', dispatchedAt: null })
    expect(after(uploaded, dispatched)).toMatchObject({ state: 'starting', dispatchedAt: 5 })
    expect(after(uploaded, dispatched, started)).toMatchObject({ state: 'running', handle })
    expect(after(uploaded, dispatched, started, made)).toMatchObject({ state: 'saving', trained })
    expect(after(uploaded, dispatched, started, made, kept)).toEqual({
      state: 'succeeded',
      warnings: [],
      destination,
      handle,
      trained,
      cost,
      weights: null,
    })
  })

  it('a start that was refused may be made again', () => {
    expect(after(uploaded, dispatched, { type: 'withdrawn' })).toEqual(after(uploaded))
  })

  it.each([
    ['queued', [canceled]],
    ['with its pieces sent', [uploaded, canceled]],
    ['refused after the cancel', [uploaded, dispatched, canceled, { type: 'withdrawn' } as const]],
  ])('a training that is canceled %s costs nothing', (_, events) => {
    expect(after(...events)).toMatchObject({ state: 'canceled', cost: NOTHING })
  })

  it('a training that is canceled while it is asked for can be found, stopped and settled', () => {
    const lost = after(uploaded, dispatched, canceled)
    expect(lost).toMatchObject({ state: 'canceled', archive, destination, dispatchedAt: 5 })
    expect(lost).not.toHaveProperty('cost')
    const found = advanceTraining(lost, started)
    expect(found).toMatchObject({ state: 'canceled', handle })
    expect(advanceTraining(found, { ...failed, cost })).toMatchObject({ state: 'canceled', cost })
  })

  it('a version that was made all the same is kept, because it is paid', () => {
    expect(after(uploaded, dispatched, started, canceled, made, kept)).toMatchObject({
      state: 'succeeded',
      trained,
    })
  })

  it('what is done stays as it is', () => {
    const done = after(uploaded, dispatched, started, made, kept)
    for (const event of [uploaded, dispatched, started, made, kept, failed, canceled])
      expect(advanceTraining(done, event)).toEqual(done)
    const saving = after(uploaded, dispatched, started, made)
    for (const event of [failed, canceled]) expect(advanceTraining(saving, event)).toEqual(saving)
    const lost = after(uploaded, dispatched, failed)
    expect(lost).toMatchObject({ state: 'failed', error, archive, dispatchedAt: 5 })
    for (const event of [uploaded, dispatched, started, kept, canceled])
      expect(advanceTraining(lost, event)).toEqual(lost)
  })

  it('a warning is said once', () => {
    const warned = { type: 'warned', message: 'Mind this.' } as const
    expect(after(warned, warned).warnings).toEqual(['Mind this.'])
  })
})
