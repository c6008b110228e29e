import type { comparisons as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const comparisonRoutes = ({
  comparisons,
  clock,
}: Pick<Deps, 'comparisons' | 'clock'>): Handlers<keyof typeof endpoints> => ({
  addComparisons: ({ body }) => {
    comparisons.put(body, clock.now())
    return { style: body.style, versions: comparisons.tally(body.style) }
  },
  listComparisons: ({ query: { style } }) => ({ style, versions: comparisons.tally(style) }),
})
