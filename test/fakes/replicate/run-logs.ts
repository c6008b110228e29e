import type { Bar } from './tqdm-bar.ts'
import { tqdmBar } from './tqdm-bar.ts'

/** What a run prints: at once, while it draws, and after it has drawn. */
export type LogPlan = {
  readonly before: readonly string[]
  /** Of the running time, in which those come one by one; at once unless told. */
  readonly beforeShare?: number
  readonly bars:
    (Omit<Bar, 'current' | 'tail'> & { readonly tail: string | ((step: number) => string) }) | null
  /** Of the running time, which is left when the bar is full. */
  readonly afterShare?: number
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
  const lines = steps.map((current) => {
    const tail = typeof bar.tail === 'string' ? bar.tail : bar.tail(current)
    return tqdmBar({ ...bar, tail, current })
  })
  return [lines.join(joinedBy)]
}

/** The logs after `fraction` of the running time: growing, never rewritten. */
export const runLogs = (plan: LogPlan, fraction: number): string => {
  const { before, beforeShare = 0, afterShare = 0, after } = plan
  if (fraction < beforeShare)
    return before.slice(0, Math.ceil((fraction / beforeShare) * before.length)).join('\n')
  const drawn = Math.min(1, (fraction - beforeShare) / (1 - beforeShare - afterShare))
  return [...before, ...bars(plan, drawn), ...(fraction >= 1 ? after : [])].join('\n')
}
