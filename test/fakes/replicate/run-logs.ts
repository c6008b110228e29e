import type { Bar } from './tqdm-bar.ts'
import { tqdmBar } from './tqdm-bar.ts'

/** What a run prints: at once, while it draws, and after it has drawn. */
export type LogPlan = {
  readonly before: readonly string[]
  readonly bars: Omit<Bar, 'current'> | null
  readonly after: readonly string[]
  /** Python's tqdm rewrites its line: some logs hold its states joined by `\r`, others on lines. */
  readonly joinedBy: '\n' | '\r'
}

/** A long training does not print every step. */
const MOST_BARS = 100

const bars = ({ bars: bar, joinedBy }: LogPlan, fraction: number): string[] => {
  if (bar === null) return []
  const stride = Math.ceil(bar.total / MOST_BARS)
  const reached = Math.floor(bar.total * fraction)
  const steps = Array.from({ length: Math.floor(reached / stride) + 1 }, (_, at) => at * stride)
  if (reached === bar.total && steps.at(-1) !== bar.total) steps.push(bar.total)
  return [steps.map((current) => tqdmBar({ ...bar, current })).join(joinedBy)]
}

/** The logs after `fraction` of the running time: growing, never rewritten. */
export const runLogs = (plan: LogPlan, fraction: number): string =>
  [...plan.before, ...bars(plan, fraction), ...(fraction >= 1 ? plan.after : [])].join('\n')
