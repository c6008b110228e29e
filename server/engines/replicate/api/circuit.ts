import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { Outcome } from './outcome.ts'

export type Circuit = {
  /**
   * Resolves when a run may be started, or when the signal aborts: at once while Replicate answers, one at a time after
   * a cooling time when it did not. Says why that takes a while.
   */
  enter: (signal: AbortSignal, say?: (reason: string) => void) => Promise<void>
  /** What became of a request. Starts count for themselves: they may fail where questions are answered. */
  record: (kind: 'start' | 'question', outcome: Outcome) => void
  /** What is wrong, in words for her, as long as nothing is to be sent; null otherwise. */
  trouble: () => string | null
}

/** So many failures in a row, within this time, and no run is started for a while. */
const FAILURES = 5
const WITHIN_MS = 60_000
const FIRST_MS = 30_000
const LONGEST_MS = 5 * 60_000
/** How long the one that tries may take to say how it went: it may be called off on its way. */
const TRIAL_MS = 60_000
const PAUSE_MS = 1000

const SILENT = 'Replicate is not answering. Waiting until it does; nothing is charged.'

/** A refusal is an answer: only a platform that is not there, or broken, is down. */
const isDown = (outcome: Outcome): boolean =>
  outcome.type === 'silence' || outcome.status === 408 || outcome.status >= 500

/**
 * Keeps pictures back while Replicate is down, shared by all jobs: a start that gets no answer may have been charged.
 * After the cooling time, which doubles, `probe` asks something that is free; only then does one start try.
 */
export const createCircuit = (
  probe: (signal: AbortSignal) => Promise<Outcome>,
  clock: Clock,
): Circuit => {
  const failures: Record<'start' | 'question', readonly number[]> = { start: [], question: [] }
  /** Since it opened: how long the cooling time is, and until when nobody tries. */
  let open: {
    readonly coolingMs: number
    readonly until: number
    readonly isTried: boolean
  } | null = null

  const cool = (coolingMs: number): void => {
    open = { coolingMs, until: clock.now() + coolingMs, isTried: false }
  }
  const coolLonger = (coolingMs: number): void => cool(Math.min(LONGEST_MS, 2 * coolingMs))
  const trouble = (): string | null => (open !== null && clock.now() < open.until ? SILENT : null)

  /** Whoever comes first after the cooling time tries, and all others wait on. */
  const mayTry = async (coolingMs: number, signal: AbortSignal): Promise<boolean> => {
    open = { coolingMs, until: clock.now() + TRIAL_MS, isTried: true }
    const outcome = await probe(signal)
    if (signal.aborted || !isDown(outcome)) return true
    coolLonger(coolingMs)
    return false
  }

  return {
    enter: async (signal, say) => {
      let hasSaid = false
      while (open !== null && !signal.aborted) {
        if (trouble() === null) {
          if (await mayTry(open.coolingMs, signal)) return
        } else {
          if (!hasSaid) say?.(SILENT)
          hasSaid = true
          await wait(clock, PAUSE_MS, signal)
        }
      }
    },
    record: (kind, outcome) => {
      if (!isDown(outcome)) {
        failures[kind] = []
        if (kind === 'start') open = null
        return
      }
      if (open !== null) {
        // What was under way when it opened says nothing new.
        if (kind === 'start' && open.isTried) coolLonger(open.coolingMs)
        return
      }
      const now = clock.now()
      const recent = failures[kind].filter((time) => now - time < WITHIN_MS)
      failures[kind] = [...recent, now]
      if (failures[kind].length < FAILURES) return
      failures[kind] = []
      cool(FIRST_MS)
    },
    trouble,
  }
}
