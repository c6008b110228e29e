import { computed, effect, signal, untracked } from '@preact/signals-core'
import type { Outcome } from '../../../../shared/comparison.ts'
import type { VersionTally } from '../../../../shared/contract/index.ts'
import type { StyleId } from '../../../../shared/ids.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import type { Axes, Sweep } from '../../../../shared/sweep.ts'
import { cellsOf } from '../../../../shared/sweep.ts'
import { backoff } from '../../backoff.ts'
import type { Drafting } from '../../draft/drafting.ts'
import { isPassing } from '../../draft/is-passing.ts'
import { askWhenNeeded } from '../../models/ask-when-needed.ts'
import type { RequestFacts } from '../../models/request-facts.ts'
import type { Panel } from '../../panel.ts'
import { whyOverLimit } from '../../spending/why-over-limit.ts'
import { baseOf } from '../sweep/base-of.ts'
import type { SweepBoards } from '../sweep/create-sweep-boards.ts'
import type { TrialForm } from './plan-trial.ts'
import { NEW_TRIAL, planTrial } from './plan-trial.ts'
import { shuffle } from './shuffle.ts'
import { withOutcome } from './trial-rows.ts'

export type TrialsOptions = {
  readonly panel: Panel
  readonly drafting: Drafting
  readonly facts: RequestFacts
  readonly boards: SweepBoards
}

/** What a trial has to say to the proxy; empty until it is over. */
const comparisonsOf = ({ columns, trial }: Sweep) =>
  columns.setting !== 'version' || trial?.isOver !== true
    ? []
    : trial.rows.flatMap(({ comparison, outcome }) =>
        outcome === null ? [] : [{ id: comparison, versions: columns.values, outcome }],
      )

/** Versions of a style side by side, without their looks: a new trial, and what she chooses. */
export const createTrials = ({ panel, drafting, facts, boards }: TrialsOptions) => {
  const { api, clock, jobs, models, proxy, spending, sweeps } = panel
  const { form: draftForm, resolved } = drafting
  const form = signal<TrialForm>(NEW_TRIAL)
  /** Whether the form of a new one is in sight. */
  const isOpen = signal(false)
  /** How the versions of a style have fared in all its trials. */
  const tallies = signal<ReadonlyMap<StyleId, readonly VersionTally[]>>(new Map())
  /** What the proxy was told, or is being told. */
  const told = new Set<string>()

  const planned = computed(() =>
    resolved.value === null
      ? null
      : planTrial(form.value, draftForm.form.value.brief, resolved.value),
  )
  const axesOf = (): (Axes & Pick<Sweep, 'followed'>) | null => {
    const plan = planned.value
    if (resolved.value === null || plan?.columns == null || plan.rows === null) return null
    const [first] = plan.rows.values
    const brief = typeof first === 'object' ? first.brief : ''
    const { base, followed } = baseOf(panel.document, draftForm.form.value, resolved.value, 0)
    return { base: { ...base, brief }, columns: plan.columns, rows: plan.rows, followed }
  }
  const cells = computed(() => {
    const axes = axesOf()
    return axes === null ? [] : cellsOf(axes).map(({ request }) => request)
  })
  const price = computed(() => facts.priceOf(cells.value))
  const problem = computed(
    () =>
      planned.value?.problem ??
      drafting.unready(cells.value[0]?.brief ?? '', cells.value[0]?.version) ??
      facts.whyUnusable(cells.value) ??
      whyOverLimit(price.value.usd, spending.figures.value),
  )

  const keep = (style: StyleId, versions: readonly VersionTally[]): void => {
    tallies.value = new Map(tallies.value).set(style, versions)
  }

  /** Tells the proxy what she chose, until it has heard. A refusal ends it, and is reported. */
  const count = async (sweep: Sweep, failures = 0): Promise<void> => {
    const { style, document } = sweep.base
    const body = { style, document, comparisons: comparisonsOf(sweep) }
    try {
      keep(style, (await api.addComparisons({ body })).versions)
    } catch (error) {
      if (!isPassing(error)) return panel.report(error)
      clock.after(backoff(failures + 1), () => void count(sweep, failures + 1))
    }
  }

  /** Trials that are over and were pressed here, once in each panel: the same choice again changes nothing. */
  const settle = (): void => {
    if (!proxy.isConnected.value) return
    for (const view of sweeps.value) {
      const choices = comparisonsOf(view.sweep)
      const key = JSON.stringify(choices)
      if (!view.isMine || choices.length === 0 || told.has(key)) continue
      told.add(key)
      untracked(() => void count(view.sweep))
    }
  }

  return {
    form,
    isOpen,
    change: (changes: Partial<TrialForm>): void => {
      form.value = { ...form.value, ...changes }
    },
    planned,
    price,
    problem,
    tallies,
    press: async (): Promise<void> => {
      const axes = problem.value === null ? axesOf() : null
      if (axes === null) return
      const width = axes.columns.values.length
      const { isBlind } = form.value
      const inOrder = Array.from({ length: width }, (_, at) => at)
      const ids = cellsOf(axes).map(panel.newJobId)
      const rows = (axes.rows?.values ?? []).map(() => ({
        comparison: panel.newComparisonId(),
        order: isBlind ? shuffle(width, panel.randomSeed) : inOrder,
        outcome: null,
      }))
      const trial = { isBlind, isOver: false, rows }
      const reserve = ids.map((job) => ({ job }))
      await boards.put(null, { id: panel.newSweepId(), ...axes, jobs: ids, trial }, reserve)
    },
    choose: (view: SweepView, row: number, outcome: Outcome | null): Promise<void> =>
      boards.save(view, withOutcome(view.sweep, row, outcome)),
    /** Every picture says which version it is, in one undo step; the choices are counted. */
    reveal: async (view: SweepView): Promise<void> => {
      const { sweep } = view
      if (sweep.trial === null) return
      await boards.put(view.section, { ...sweep, trial: { ...sweep.trial, isOver: true } }, [])
    },
    /** Hears of the pictures of a trial that an earlier panel drew, and of how its versions have fared. */
    look: async ({ sweep }: SweepView): Promise<void> => {
      const strangers = sweep.jobs.filter((id) => !jobs.jobs.value.has(id))
      const query = { ids: strangers.join(','), limit: '100' }
      if (strangers.length > 0) jobs.put((await api.listJobs({ query })).jobs)
      const { style } = sweep.base
      keep(style, (await api.listComparisons({ query: { style } })).versions)
    },
    start: (): (() => void) => {
      const stops = [
        effect(settle),
        // What the versions can do and cost.
        askWhenNeeded(models, () => cells.value.map(facts.modelOf)),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}
export type Trials = ReturnType<typeof createTrials>
