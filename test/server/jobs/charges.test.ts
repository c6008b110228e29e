import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { chargeOfJob, costOfJob } from '../../../server/jobs/charges.ts'
import type { Plan } from '../../../server/jobs/job-record.ts'
import { advance } from '../../../shared/advance.ts'
import { FileId, StyleId } from '../../../shared/ids.ts'
import type { JobEvent } from '../../../shared/job.ts'
import { queuedJob } from '../../../shared/job.ts'

const plan: Plan = {
  prompt: 'a figurine',
  style: { id: v.parse(StyleId, 'nua'), name: 'Nua' },
  version: null,
  engine: 'replicate',
  model: null,
  price: { usd: 0.5, estimate: true },
}
const output = { file: v.parse(FileId, 'a'.repeat(64)), width: 8, height: 8 }
const measured = { usd: 0.2, estimate: false }
const index = 0
const dispatched: JobEvent = { type: 'dispatched', index, at: 1 }
const started: JobEvent = { type: 'started', index, handle: { run: 1 } }
const canceled: JobEvent = { type: 'canceled' }
const failed = (charged: 'no' | 'yes' | 'maybe', cost?: typeof measured): JobEvent => ({
  type: 'failed',
  index,
  error: { code: 'engine_failed', message: 'It broke.', charged },
  ...(cost && { cost }),
})

describe('what a picture costs', () => {
  it.each<[string, JobEvent[], number, number]>([
    ['that waits', [], 0, 0.5],
    ['that is asked for', [dispatched], 0, 0.5],
    ['that is drawn', [dispatched, started], 0, 0.5],
    ['that is done', [started, { type: 'finished', index, output }], 0.5, 0],
    ['that is measured', [started, { type: 'finished', index, output, cost: measured }], 0.2, 0],
    ['that was never begun', [dispatched, failed('no')], 0, 0],
    ['that failed and was charged', [started, failed('yes')], 0.5, 0],
    ['that failed and was measured', [started, failed('yes', measured)], 0.2, 0],
    ['that nobody knows the end of', [dispatched, failed('maybe')], 0, 0.5],
    ['that was canceled in time', [canceled], 0, 0],
    ['that was canceled while it was asked for', [dispatched, canceled], 0, 0.5],
    [
      'that was canceled, and not asked for after all',
      [dispatched, canceled, { type: 'withdrawn', index }],
      0,
      0,
    ],
    ['that is being canceled', [started, canceled], 0, 0.5],
    ['that was canceled and measured', [started, canceled, failed('maybe', measured)], 0.2, 0],
  ])('%s', (_name, events, spent, held) => {
    const progress = events.reduce(advance, queuedJob([7]))
    expect(chargeOfJob({ progress, plan })).toEqual({ spent, held })
    expect(costOfJob({ progress, plan }).usd).toBe(spent + held)
  })

  it('is an estimate as long as one of them is', () => {
    const one = advance(queuedJob([7, 8]), { type: 'finished', index, output, cost: measured })
    expect(costOfJob({ progress: one, plan })).toEqual({ usd: 0.7, estimate: true })
    const both = advance(one, { type: 'finished', index: 1, output, cost: measured })
    expect(costOfJob({ progress: both, plan })).toEqual({ usd: 0.4, estimate: false })
  })
})
