import type { CheckCode, CheckReport, CheckResult } from '../../../shared/contract/index.ts'
import type { StyleId } from '../../../shared/ids.ts'
import type { Style } from '../../../shared/style.ts'
import type { Log } from '../../log.ts'
import { describeError } from '../../log.ts'
import type { StoredPiece } from '../frozen-version.ts'
import type { GatherOptions, Gathered } from './gather.ts'
import { gather, stepsOf } from './gather.ts'
import type { ReferenceStore } from './reference-store.ts'

type Options = GatherOptions & {
  readonly references: ReferenceStore
  readonly styles: { find: (id: StyleId) => Pick<Style, 'trigger' | 'template'> | null }
  readonly log: Log
}

/** What is checked: a dataset at one revision, or a version. */
export type Checked = {
  readonly key: string
  readonly revision: number
  readonly style: StyleId
  readonly pieces: readonly StoredPiece[]
}

export type CheckRuns = {
  /** How far the checks are; begins them where nobody has. `accepted`: what somebody trains on in spite of. */
  report: (checked: Checked, accepted: ReadonlySet<CheckCode>) => CheckReport
  /** Ends what is under way. */
  stop: () => Promise<void>
}

type Run = {
  readonly checked: Checked
  readonly words: Pick<Style, 'trigger' | 'template'>
  readonly gathered: Gathered
  readonly total: number
  readonly stop: AbortController
  results: readonly CheckResult[]
  state: CheckReport['state']
  ended: Promise<void>
}

/** Runs that are remembered; what they found in pictures is kept all the same. */
const RUNS = 50
const NO_STYLE = { trigger: '', template: '' }

const isSame = (run: Run | undefined, { revision }: Checked, words: Run['words']): run is Run =>
  run?.checked.revision === revision &&
  run.words.trigger === words.trigger &&
  run.words.template === words.template

/** Checks in the background, one run for each dataset or version: whoever asks is told what is known by then. */
export const createCheckRuns = (options: Options): CheckRuns => {
  const { references, styles, looks, looker, detectors, log } = options
  const runs = new Map<string, Run>()

  const judge = async (run: Run): Promise<void> => {
    const { pieces } = run.checked
    run.results = await looker.check({
      style: { trigger: run.words.trigger, template: run.words.template },
      pieces: pieces.map((piece) => ({
        ...piece,
        look: looks.look(piece.file),
        texts: detectors.map(({ id }) => [...(looks.texts(piece.file, id) ?? [])]),
      })),
      alike: run.gathered.alike,
      references: run.gathered.references,
    })
  }

  const forget = (key: string): void => {
    runs.get(key)?.stop.abort()
    runs.delete(key)
  }

  const start = (checked: Checked, words: Run['words']): Run => {
    const known = references.list()
    const run: Run = {
      checked,
      words,
      gathered: { done: 0, alike: [], references: [] },
      total: stepsOf(checked.pieces, known),
      stop: new AbortController(),
      results: [],
      state: 'running',
      ended: Promise.resolve(),
    }
    const work = async (): Promise<void> => {
      try {
        // What needs no look at the pictures is told at once.
        await judge(run)
        await gather(checked.pieces, known, run.gathered, options, run.stop.signal)
        if (run.stop.signal.aborted) return
        await judge(run)
        run.state = 'done'
      } catch (error) {
        if (run.stop.signal.aborted) return
        run.state = 'failed'
        log.warn({ error: describeError(error) }, 'The checks of a dataset broke off')
      }
    }
    forget(checked.key)
    const [oldest] = runs.keys()
    if (runs.size >= RUNS && oldest !== undefined) forget(oldest)
    runs.set(checked.key, run)
    run.ended = work()
    return run
  }

  return {
    report: (checked, accepted) => {
      const words = styles.find(checked.style) ?? NO_STYLE
      const old = runs.get(checked.key)
      const run = isSame(old, checked, words) ? old : start(checked, words)
      // Told once: whoever asks again has it tried again.
      if (run.state === 'failed') runs.delete(checked.key)
      const results = run.results.map((result) => ({
        ...result,
        accepted: result.accepted || accepted.has(result.code),
      }))
      return {
        state: run.state,
        done: run.gathered.done,
        total: run.total,
        revision: checked.revision,
        results,
        trainable:
          run.state === 'done' &&
          results.every(({ level, accepted }) => level === 'warning' || accepted),
      }
    },
    stop: async () => {
      for (const { stop } of runs.values()) stop.abort()
      await looker.stop()
      await Promise.all([...runs.values()].map(({ ended }) => ended))
    },
  }
}
