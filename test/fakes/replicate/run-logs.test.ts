import { describe, expect, it } from 'vitest'
import { runLogs } from './run-logs.ts'
import { tqdmBar } from './tqdm-bar.ts'

describe('tqdmBar', () => {
  const bar = { label: '', total: 28, seconds: 2, tail: '' }

  it.each([
    [0, '  0%|          | 0/28 [00:00<?, ?it/s]'],
    [14, ' 50%|█████     | 14/28 [00:01<00:01, 14.00it/s]'],
    [15, ' 54%|█████▎    | 15/28 [00:01<00:00, 14.00it/s]'],
    [28, '100%|██████████| 28/28 [00:02<00:00, 14.00it/s]'],
  ])('at %i', (current, text) => {
    expect(tqdmBar({ ...bar, current })).toBe(text)
  })

  it('counts seconds a step when it is slow', () => {
    const slow = {
      label: 'flux_train_replicate: ',
      total: 3000,
      seconds: 3150,
      tail: ', lr: 4.0e-04',
    }
    expect(tqdmBar({ ...slow, current: 1500 })).toBe(
      'flux_train_replicate:  50%|█████     | 1500/3000 [26:15<26:15,  1.05s/it, lr: 4.0e-04]',
    )
  })
})

describe('runLogs', () => {
  const plan = {
    before: ['Using seed: 1'],
    bars: { label: '', total: 2, seconds: 1, tail: '' },
    after: ['Total safe images: 1 out of 1'],
    joinedBy: '\r',
  } as const

  it('only grows', () => {
    const logs = [0, 0.4, 0.5, 0.99, 1].map((fraction) => runLogs(plan, fraction))
    logs.reduce((before, after) => {
      expect(after.startsWith(before)).toBe(true)
      return after
    })
    expect(logs[0]).not.toContain('50%')
    expect(logs[3]).not.toContain('Total')
  })

  it('rewrites its line with a carriage return', () => {
    expect(runLogs(plan, 1).split('\n')[1]?.split('\r')).toHaveLength(3)
  })

  it('prints at most a hundred bars of a long run, and the last one', () => {
    const long = { ...plan, bars: { ...plan.bars, total: 6000 } }
    const bars = runLogs(long, 1).split('\n')[1]?.split('\r') ?? []
    expect(bars).toHaveLength(101)
    expect(bars.at(-1)).toContain('6000/6000')
  })
})
