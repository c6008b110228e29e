import * as v from 'valibot'
import { StyleId } from '../ids.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** How a version of a style has fared: `wins` and `ties` out of `comparisons`. In the rest another one won, or none. */
export const VersionTally = v.object({
  version: v.string(),
  wins: Count,
  ties: Count,
  comparisons: Count,
})
export type VersionTally = v.InferOutput<typeof VersionTally>

/** The versions of a style that were compared, the one with the most wins first. */
const Tallies = v.object({ style: StyleId, versions: v.array(VersionTally) })

/** How each route is asked, and what it answers. */
export const comparisonRoutes = {
  addComparisons: { method: 'POST', path: '/v1/comparisons', response: Tallies },
  listComparisons: { method: 'GET', path: '/v1/comparisons', response: Tallies },
} as const
