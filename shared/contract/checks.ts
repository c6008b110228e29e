import * as v from 'valibot'
import { CheckCode, checkRoutes } from './check-views.ts'
import { OneDataset, OneVersion } from './datasets.ts'

export const checks = {
  checkDataset: {
    ...checkRoutes.checkDataset,
    summary:
      'What would spoil a training on the dataset as it is now. Asked again, it says how far the checks are.',
    status: 200,
    params: OneDataset,
  },
  checkVersion: {
    ...checkRoutes.checkVersion,
    summary: 'What would spoil a training on a frozen version.',
    status: 200,
    params: OneVersion,
  },
  trainAnyway: {
    ...checkRoutes.trainAnyway,
    summary: 'Train on a version in spite of what the checks say; kept with the version.',
    status: 200,
    params: OneVersion,
    body: v.strictObject({
      codes: v.pipe(v.array(CheckCode), v.minLength(1), v.maxLength(CheckCode.options.length)),
    }),
  },
} as const
