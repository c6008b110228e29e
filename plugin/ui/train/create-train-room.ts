import { batch, computed, effect, signal, untracked } from '@preact/signals-core'
import * as v from 'valibot'
import type {
  DatasetDiff,
  DatasetSummary,
  TrainerView,
  TrainingView,
  VersionSummary,
} from '../../../shared/contract/index.ts'
import { TrainingId } from '../../../shared/ids.ts'
import { isFinal } from '../../../shared/job.ts'
import { randomId } from '../../../shared/random-id.ts'
import type { TrainerValue } from '../../../shared/training-request.ts'
import { trainingPrice } from '../../../shared/training-price.ts'
import type { ExamOptions } from './exam/create-exam.ts'
import { createExam } from './exam/create-exam.ts'
import { createChecks } from './create-checks.ts'
import { whyNotTrain } from './why-not-train.ts'

/** A dataset of the style, its frozen versions, newest first, and what changed since the newest. */
export type TrainSet = {
  readonly dataset: DatasetSummary
  readonly versions: readonly VersionSummary[]
  readonly changes: DatasetDiff | null
}

type Chosen = { readonly set: number; readonly version: number | null }

/** The Train tab without its looks: what it knows and what it can do. */
export const createTrainRoom = (options: ExamOptions) => {
  const { panel, dataset } = options
  const { api, trainings, spending, proxy } = panel
  const { style } = dataset
  const styleId = computed(() => style.value?.id ?? null)
  /** Null: not known yet. */
  const sets = signal<readonly TrainSet[] | null>(null)
  const trainers = signal<readonly TrainerView[] | null>(null)
  const archiveBytes = signal(Infinity)
  const chosen = signal<Chosen>({ set: 0, version: null })
  const trainerId = signal<string | null>(null)
  const settings = signal<Readonly<Record<string, TrainerValue>>>({})
  /** The model on Replicate that the version goes into; empty: the style's own. */
  const destination = signal('')
  const isBusy = signal(false)
  const exam = createExam(options)

  const set = computed(() => sets.value?.[chosen.value.set] ?? null)
  /** The frozen version that would be trained on: hers, or the newest. */
  const version = computed(() => {
    const { version: number } = chosen.value
    const all = set.value?.versions ?? []
    return all.find((each) => each.number === number) ?? all[0] ?? null
  })
  const checks = createChecks(panel, version)
  const trainer = computed(
    () => trainers.value?.find(({ id }) => id === trainerId.value) ?? trainers.value?.[0] ?? null,
  )
  const valueOf = (name: string): TrainerValue | null =>
    settings.value[name] ??
    trainer.value?.settings.find((each) => each.name === name)?.value ??
    null
  const steps = computed(() => Number(trainer.value === null ? 0 : valueOf(trainer.value.steps)))
  const price = computed(() =>
    trainer.value === null ? null : trainingPrice(trainer.value.pace, steps.value),
  )
  const mine = computed(() => trainings.list.value.filter((one) => one.style.id === styleId.value))
  const running = computed(() => mine.value.filter(({ state }) => !isFinal(state)))
  const problem = computed(() =>
    whyNotTrain({
      isConnected: proxy.isConnected.value,
      style: style.value,
      version: version.value,
      trainer: trainer.value,
      archiveBytes: archiveBytes.value,
      usd: price.value?.usd ?? 0,
      report: checks.report.value,
      figures: spending.figures.value,
    }),
  )

  const loadSet = async (dataset: DatasetSummary): Promise<TrainSet> => {
    const params = { id: dataset.id }
    const { versions } = await api.listVersions({ params })
    const [newest] = versions
    if (newest === undefined) return { dataset, versions, changes: null }
    const query = { from: String(newest.number) }
    return { dataset, versions, changes: (await api.diffDataset({ params, query })).diff }
  }

  let latest = 0
  const loadSets = async (): Promise<void> => {
    const id = styleId.peek()
    if (id === null) return
    const turn = (latest += 1)
    const { datasets } = await api.listDatasets({ query: { style: id } })
    const loaded = await Promise.all(datasets.map(loadSet))
    if (turn === latest) sets.value = loaded
  }
  const loadTrainers = async (): Promise<void> => {
    const answer = await api.listTrainers({})
    batch(() => {
      trainers.value = answer.trainers
      archiveBytes.value = answer.archiveBytes
    })
  }
  const loadTrainings = async (): Promise<void> => {
    const id = styleId.peek()
    if (id !== null) trainings.put((await api.listTrainings({ query: { style: id } })).trainings)
  }
  const load = async (): Promise<void> => {
    await Promise.all([loadSets(), loadTrainers(), loadTrainings()])
  }

  const newId = () => v.parse(TrainingId, randomId('training', panel.randomBytes))
  const busy = async <T>(work: () => Promise<T>): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      await work()
    } finally {
      isBusy.value = false
    }
  }
  const put = ({ training }: { readonly training: TrainingView }) => trainings.put([training])

  return {
    style,
    sets,
    set,
    version,
    trainers,
    trainer,
    destination,
    valueOf,
    steps,
    price,
    problem,
    checks,
    exam,
    isBusy,
    /** Runs it unless something else runs. */
    once: busy,
    /** Of this style, newest first. */
    trainings: mine,
    running,
    load,
    /** Looks again whenever it can and another style is chosen. Returns the way to stop. */
    start: (): (() => void) => {
      const stops = [
        checks.start(),
        effect(() => {
          if (!proxy.isConnected.value || styleId.value === null) return
          untracked(() => {
            sets.value = null
            panel.attempt(load)
          })
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
    chooseVersion: (next: Chosen): void => {
      chosen.value = next
    },
    chooseTrainer: (id: string): void =>
      batch(() => {
        trainerId.value = id
        settings.value = {}
      }),
    change: (name: string, value: TrainerValue): void => {
      settings.value = { ...settings.value, [name]: value }
    },
    /** Freezes the chosen dataset as it is now; the version is chosen then. */
    freeze: (): Promise<void> =>
      busy(async () => {
        const now = set.value
        if (now === null) return
        const params = { id: now.dataset.id }
        const { dataset } = await api.getDataset({ params })
        const frozen = await api.freezeDataset({ params, body: { revision: dataset.revision } })
        await loadSets()
        chosen.value = { ...chosen.value, version: frozen.version.number }
      }),
    press: (): Promise<void> =>
      busy(async () => {
        const [of, on, by] = [style.value, version.value, trainer.value]
        if (problem.peek() !== null || of === null || on === null || by === null) return
        put(
          await api.createTraining({
            body: {
              id: newId(),
              style: of.id,
              dataset: on.dataset,
              datasetVersion: on.number,
              trainer: by.id,
              settings: settings.value,
              ...(destination.value !== '' && { destination: destination.value }),
            },
          }),
        )
      }),
    cancel: async (id: TrainingId): Promise<void> =>
      put(await api.cancelTraining({ params: { id } })),
    retry: (id: TrainingId): Promise<void> =>
      busy(async () => put(await api.retryTraining({ params: { id }, body: { id: newId() } }))),
    log: async (id: TrainingId): Promise<string> =>
      (await api.getTrainingLog({ params: { id } })).log,
  }
}
export type TrainRoom = ReturnType<typeof createTrainRoom>
