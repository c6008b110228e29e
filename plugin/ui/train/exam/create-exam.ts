import { batch, computed, effect, signal, untracked } from '@preact/signals-core'
import type { VersionView } from '../../../../shared/contract/index.ts'
import { NO_LORA } from '../../../../shared/no-lora.ts'
import type { FinishedWork } from '../../../../shared/steer-procedures.ts'
import type { Axes, Sweep } from '../../../../shared/sweep.ts'
import { SWEEP_LIMIT, cellsOf, isSecret } from '../../../../shared/sweep.ts'
import { baseOf } from '../../compare/sweep/base-of.ts'
import type { Comparing } from '../../compare/create-comparing.ts'
import type { DatasetRoom } from '../../dataset/create-dataset-room.ts'
import type { Drafting } from '../../draft/drafting.ts'
import { pressProblem } from '../../draft/press-problem.ts'
import { askWhenNeeded } from '../../models/ask-when-needed.ts'
import { whyUnusable } from '../../models/why-unusable.ts'
import type { Panel } from '../../panel.ts'
import { whyOverLimit } from '../../spending/why-over-limit.ts'
import { examinedVersions } from './examined-versions.ts'

export type ExamOptions = {
  readonly panel: Panel
  readonly drafting: Drafting
  readonly comparing: Pick<Comparing, 'boards' | 'facts' | 'trials'>
  readonly dataset: Pick<DatasetRoom, 'style' | 'words'>
}

/** The same for all, so that only the version differs. */
const SEED = 1
/** How many briefs stand there to begin with: of held-out pieces, then of linked work, then of any job. */
const BRIEFS = 5

/** The exam of the newest trained version, without its looks. */
export const createExam = ({ panel, drafting, comparing, dataset }: ExamOptions) => {
  const { facts, boards, trials } = comparing
  /** One a line; null: as it stands to begin with. */
  const typed = signal<string | null>(null)
  /** What the newest version was trained on. */
  const trainedOn = signal<VersionView | null>(null)
  const finished = signal<readonly FinishedWork[]>([])
  const engine = computed(() => drafting.resolved.value?.engine ?? null)
  const examined = computed(() => {
    const style = dataset.style.value
    return style && examinedVersions(style, engine.value?.defaultModel ?? null)
  })
  const heldOut = computed(
    () => trainedOn.value?.pieces.filter(({ use }) => use === 'held-out') ?? [],
  )
  /** Her finished work in the file, by the brief of the draft that it grew from. */
  const linked = computed(
    () =>
      new Map(
        finished.value.flatMap((work) => {
          const brief = work.brief ?? panel.jobs.jobs.value.get(work.of.job)?.request.brief
          return brief === undefined ? [] : [[brief.trim(), work] as const]
        }),
      ),
  )
  const text = computed(() => {
    const own = heldOut.value.map(({ caption }) => dataset.words(caption))
    const all = new Set([...own, ...linked.value.keys(), ...drafting.briefs.value])
    return typed.value ?? [...all].slice(0, BRIEFS).join('\n')
  })
  const briefs = computed(() => [
    ...new Set(text.value.split('\n').flatMap((line) => line.trim() || [])),
  ])
  /** Whether the words alone can be drawn, as far as is known. */
  const hasPlain = computed(
    () => engine.value?.id === 'replicate' && whyUnusable(panel.models.of(NO_LORA)) === null,
  )
  /** Whether her style has two of them to be told apart. */
  const canTestBlind = computed(
    () =>
      examined.value?.models.filter((model) =>
        dataset.style.value?.versions.some((version) => version.model === model),
      ).length === 2,
  )
  const models = computed(() =>
    examined.value === null ? [] : [...examined.value.models, ...(hasPlain.value ? [NO_LORA] : [])],
  )

  const axes = computed((): (Axes & Pick<Sweep, 'followed'>) | null => {
    const resolved = drafting.resolved.value
    const [first] = briefs.value
    if (resolved === null || first === undefined || models.value.length < 2) return null
    const form = { ...drafting.form.form.value, brief: first, reference: null }
    const { base } = baseOf(panel.document, form, { ...resolved, reference: null }, SEED)
    // The style's own shape: pieces and drafts are compared, whatever is selected just now.
    const { aspectRatio } = resolved.style.defaults
    return {
      base: { ...base, settings: { ...base.settings, aspectRatio, seed: SEED } },
      columns: { setting: 'version', values: models.value },
      rows: { setting: 'subject', values: briefs.value.map((brief) => ({ brief, seed: SEED })) },
      followed: null,
    }
  })
  const cells = computed(() =>
    axes.value === null ? [] : cellsOf(axes.value).map(({ request }) => request),
  )
  const price = computed(() => facts.priceOf(cells.value))
  /** Why a brief cannot be drawn on the versions of the exam, which need no default one. */
  const unready = (brief: string): string | null => {
    const { value: resolved } = drafting.resolved
    const model = examined.value?.version.model ?? null
    const { state } = panel.proxy.connection.value
    return pressProblem(brief, resolved && { ...resolved, model }, state, null)
  }
  const problem = computed(() => {
    if (drafting.resolved.value?.style.id !== dataset.style.value?.id)
      return 'Choose this style in the Draft tab first'
    if (briefs.value.length === 0) return 'Write a brief first'
    if (engine.value?.sample === true) return 'The sample engine draws all versions alike'
    if (models.value.length < 2) return 'There is nothing to compare it with'
    if (cells.value.length > SWEEP_LIMIT) return `At most ${SWEEP_LIMIT} pictures: take out briefs`
    return (
      briefs.value.map(unready).find((words) => words !== null) ??
      facts.whyUnusable(cells.value) ??
      whyOverLimit(price.value.usd, panel.spending.figures.value)
    )
  })

  return {
    examined,
    models,
    text,
    type: (next: string): void => {
      typed.value = next
    },
    cells,
    price,
    problem,
    /** The held-out piece whose words a brief is. */
    pieceOf: (brief: string) =>
      heldOut.value.find(({ caption }) => dataset.words(caption) === brief) ?? null,
    /** Her finished work of a brief. */
    finishedOf: (brief: string) => linked.value.get(brief) ?? null,
    /** The newest exam or test of the examined version that says which is which. */
    newest: computed(() =>
      panel.sweeps.value.findLast(
        ({ sweep }) =>
          sweep.trial !== null &&
          !isSecret(sweep) &&
          sweep.columns.setting === 'version' &&
          sweep.columns.values.includes(examined.value?.version.model ?? ''),
      ),
    ),
    canTestBlind,
    /** The same versions and briefs as a blind test in the Compare tab. */
    testBlind: (): void => {
      batch(() => {
        trials.change({ versions: examined.peek()?.models ?? null, briefs: text.peek() })
        trials.isOpen.value = true
        panel.tab.value = 'Compare'
      })
    },
    press: async (): Promise<void> => {
      const now = problem.peek() === null ? axes.peek() : null
      if (now === null) return
      const jobs = cells.peek().map(panel.newJobId)
      const order = models.peek().map((_, at) => at)
      const rows = briefs
        .peek()
        .map(() => ({ comparison: panel.newComparisonId(), order, outcome: null }))
      const trial = { isBlind: false, isOver: false, rows }
      const reserve = jobs.map((job) => ({ job }))
      await boards.put(null, { id: panel.newSweepId(), ...now, jobs, trial }, reserve)
    },
    /** Learns what is asked about. Returns the way to stop. */
    start: (): (() => void) => {
      panel.attempt(async () => {
        finished.value = (await panel.canvas.listFinished(undefined)).finished
      })
      const stops = [
        askWhenNeeded(panel.models, () =>
          examined.value === null || engine.value?.id !== 'replicate'
            ? []
            : [...examined.value.models, NO_LORA],
        ),
        effect(() => {
          const origin = examined.value?.origin
          untracked(() => {
            trainedOn.value = null
            if (origin != null)
              panel.attempt(async () => {
                const params = { id: origin.dataset, version: String(origin.datasetVersion) }
                trainedOn.value = (await panel.api.getVersion({ params })).version
              })
          })
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}
export type Exam = ReturnType<typeof createExam>
