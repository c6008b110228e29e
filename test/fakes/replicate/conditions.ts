import type { RateLimit } from './rate-limit.ts'
import { createRateLimit } from './rate-limit.ts'
import type { RuleQueue } from './rule-queue.ts'
import { createRuleQueue } from './rule-queue.ts'
import type { Credit, RateMode, Rule, RunScript } from './script.ts'

const RATES = {
  normal: { perMinute: 600, burst: 600 },
  'low-credit': { perMinute: 6, burst: 1 },
} as const

const HOUR_MS = 3_600_000

/** What the script has set, as the routes read it. */
export type Conditions = {
  readonly rules: RuleQueue<Rule>
  readonly runs: RuleQueue<RunScript>
  credit: Credit
  lagMs: number
  retentionMs: number
  createLimit: RateLimit
  otherLimit: RateLimit
  /** The refusal's text speaks of credit. */
  lowCredit: boolean
}

export const setRate = (conditions: Conditions, mode: RateMode, now: () => number): void => {
  conditions.lowCredit = mode === 'low-credit'
  conditions.createLimit = createRateLimit(typeof mode === 'string' ? RATES[mode] : mode, now)
}

const defaults = (now: () => number) => ({
  credit: 'enough' as const,
  lagMs: 0,
  retentionMs: HOUR_MS,
  createLimit: createRateLimit(RATES.normal, now),
  otherLimit: createRateLimit({ perMinute: 3000, burst: 3000 }, now),
  lowCredit: false,
})

export const createConditions = (now: () => number): Conditions => ({
  rules: createRuleQueue(),
  runs: createRuleQueue(),
  ...defaults(now),
})

export const resetConditions = (conditions: Conditions, now: () => number): void => {
  conditions.rules.clear()
  conditions.runs.clear()
  Object.assign(conditions, defaults(now))
}
