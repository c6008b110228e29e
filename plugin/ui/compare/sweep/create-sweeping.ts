import { computed, signal } from '@preact/signals-core'
import { growSweep } from '../../../../shared/grow-sweep.ts'
import type { JobId } from '../../../../shared/ids.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import type { Axes, Sweep } from '../../../../shared/sweep.ts'
import { cellsOf, requestsOf } from '../../../../shared/sweep.ts'
import { chooseWildcards } from '../../../../shared/wildcards.ts'
import type { Drafting } from '../../draft/drafting.ts'
import { askWhenNeeded } from '../../models/ask-when-needed.ts'
import type { RequestFacts } from '../../models/request-facts.ts'
import type { Panel } from '../../panel.ts'
import { whyOverLimit } from '../../spending/why-over-limit.ts'
import { baseOf } from './base-of.ts'
import { cellsIn } from './cell-states.ts'
import type { SweepBoards } from './create-sweep-boards.ts'
import type { SweepRunner } from './create-sweep-runner.ts'
import type { SweepForm } from './plan-sweep.ts'
import { NEW_SWEEP, planSweep } from './plan-sweep.ts'

export type SweepingOptions = {
  readonly panel: Panel
  readonly drafting: Drafting
  readonly facts: RequestFacts
  readonly boards: SweepBoards
  readonly runner: SweepRunner
}

/** Sweeps without their looks: the one that she puts together, and those that are in the file. */
export const createSweeping = ({ panel, drafting, facts, boards, runner }: SweepingOptions) => {
  const { api, jobs, spending, models } = panel
  const { form: draftForm, resolved } = drafting
  const form = signal<SweepForm>(NEW_SWEEP)
  const planned = computed(() =>
    resolved.value === null
      ? null
      : planSweep(form.value, draftForm.form.value.brief, resolved.value),
  )

  const axesOf = (seed: number): (Axes & Pick<Sweep, 'followed'>) | null => {
    const plan = planned.value
    const columns = plan?.columns.axis ?? null
    const rows = plan?.rows?.axis ?? null
    if (resolved.value === null || columns === null || plan?.problem !== null) return null
    const { base, followed } = baseOf(panel.document, draftForm.form.value, resolved.value, seed)
    const hasWords = columns.setting === 'words' || rows?.setting === 'words'
    const brief = hasWords ? base.brief : chooseWildcards(base.brief, 0)
    return { base: { ...base, brief }, columns, rows, followed }
  }

  /** Without the seed that the press chooses. */
  const cells = computed(() => {
    const axes = axesOf(0)
    return axes === null ? [] : cellsOf(axes).map(({ request }) => request)
  })
  const price = computed(() => facts.priceOf(cells.value))
  const problem = computed(
    () =>
      drafting.unready(draftForm.form.value.brief) ??
      planned.value?.problem ??
      facts.whyUnusable(cells.value) ??
      whyOverLimit(price.value.usd, spending.figures.value),
  )

  /** A picture that the proxy has, whatever became of its place. */
  const pictureOf = (id: JobId) => {
    const job = jobs.jobs.value.get(id)
    const output = job?.outputs[0]
    return job === undefined || output === undefined ? null : { job, output }
  }

  return {
    form,
    change: (changes: Partial<SweepForm>): void => {
      form.value = { ...form.value, ...changes }
    },
    planned,
    price,
    problem,
    press: async (): Promise<void> => {
      const axes = problem.value === null ? axesOf(panel.randomSeed()) : null
      if (axes === null) return
      const ids = cellsOf(axes).map(panel.newJobId)
      const sweep = { id: panel.newSweepId(), ...axes, jobs: ids, trial: null }
      const reserve = ids.map((job) => ({ job }))
      await boards.put(null, sweep, reserve)
    },
    /** Cells without a draft once more: a picture that the proxy has is placed, and not paid for again. */
    drawOpen: async (view: SweepView): Promise<void> => {
      const open = cellsIn(view.sweep, runner.statesOf(view), ['failed', 'empty', 'kept'])
      const query = { ids: open.join(','), limit: '100' }
      jobs.put((await api.listJobs({ query })).jobs)
      const next = new Map(open.map((id) => [id, pictureOf(id) === null ? panel.newJobId() : id]))
      const sweep = { ...view.sweep, jobs: view.sweep.jobs.map((id) => next.get(id) ?? id) }
      await boards.permit(sweep, async () => {
        const reserve = [...next].map(([instead, job]) => ({ job, instead }))
        await boards.put(view.section, sweep, reserve)
        runner.resume(view)
        for (const id of open) {
          const picture = pictureOf(id)
          if (picture !== null) await drafting.place(picture)
        }
      })
    },
    /** The sweep along longer axes, as `growSweep` makes them, and the cells that it gains. */
    grow: async (view: SweepView, axes: Axes): Promise<void> => {
      const sweep = growSweep(view.sweep, axes, panel.newJobId)
      const added = sweep.jobs.filter((job) => !view.sweep.jobs.includes(job))
      const reserve = added.map((job) => ({ job }))
      await boards.permit(sweep, () => boards.put(view.section, sweep, reserve))
    },
    priceOfCells: (sweep: Sweep, ids: readonly JobId[]) =>
      facts.priceOf(requestsOf(sweep).filter(({ id }) => ids.includes(id))),
    /** Asks what the versions of the form can do and cost. Returns the way to stop. */
    start: (): (() => void) =>
      askWhenNeeded(models, () => {
        const known = resolved.value?.style.versions.map(({ model }) => model) ?? []
        const needed = new Set(cells.value.map(facts.modelOf))
        return known.filter((name) => needed.has(name))
      }),
  }
}
export type Sweeping = ReturnType<typeof createSweeping>
