import * as v from 'valibot'
import { Comparison } from '../comparison.ts'
import { DocumentId, StyleId } from '../ids.ts'
import { SWEEP_LIMIT } from '../sweep.ts'
import { comparisonRoutes } from './comparison-routes.ts'

export const comparisons = {
  addComparisons: {
    ...comparisonRoutes.addComparisons,
    summary:
      'Count what was chosen among versions of a style. The same id again replaces what it said.',
    status: 200,
    body: v.strictObject({
      style: StyleId,
      document: v.optional(DocumentId),
      comparisons: v.pipe(v.array(Comparison), v.minLength(1), v.maxLength(SWEEP_LIMIT)),
    }),
  },
  listComparisons: {
    ...comparisonRoutes.listComparisons,
    summary: 'How the versions of a style have fared: wins out of comparisons.',
    status: 200,
    query: v.object({ style: StyleId }),
  },
} as const
