import { expect, test } from 'vitest'
import { whyNotTrain } from '../../../../plugin/ui/train/why-not-train.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'

type Given = Parameters<typeof whyNotTrain>[0]

const READY = {
  isConnected: true,
  style: FIRST_STYLE,
  version: { archive: { bytes: 60e6 } },
  trainer: { problem: null },
  archiveBytes: 100e6,
  usd: 2.3,
  report: { state: 'done', trainable: true, results: [] },
  figures: { caps: { perTraining: 5 }, day: { left: 4 }, month: { left: 40 } },
}

test.each([
  ['all is well', {}, null],
  [
    'a set is over 100 MB',
    { version: { archive: { bytes: 121.2e6 } } },
    '122 MB of pieces, and 100 MB can be sent: leave some out',
  ],
  ['nothing is frozen', { version: null }, 'Freeze a dataset version first'],
  [
    'captions are missing, whatever was accepted',
    {
      report: {
        state: 'done',
        trainable: true,
        results: [{ code: 'missing-caption', accepted: true }],
      },
    },
    'Write the missing captions, and freeze again',
  ],
  [
    'the checks broke off',
    { report: { state: 'failed', trainable: false, results: [] } },
    'The checks broke off',
  ],
  ['it would cost too much', { usd: 4.5 }, 'Over the limit: $4.00 left today'],
  ['one training may not cost so much', { usd: 9 }, 'Over the limit: $5.00 for one training'],
] as const)('says why not before the press: %s', (_, changes, words) => {
  expect(whyNotTrain({ ...READY, ...changes } as unknown as Given)).toBe(words)
})
