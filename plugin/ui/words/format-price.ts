import type { Cost } from '../../../shared/recipe.ts'

/** US dollars in words: `free`, `$0.04`, or `about $0.04` for an estimate. */
export const formatPrice = ({ usd, estimate }: Cost): string => {
  if (usd === 0) return 'free'
  const amount = usd < 0.01 ? 'less than $0.01' : `$${usd.toFixed(2)}`
  return estimate && usd >= 0.01 ? `about ${amount} (estimate)` : amount
}
