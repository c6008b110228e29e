import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import type { TrainerView, TrainingView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { TrainingId } from '../../shared/ids.ts'
import type { JobState } from '../../shared/job.ts'
import type { Style } from '../../shared/style.ts'
import type { TrainingRequest } from '../../shared/training-request.ts'
import type { Clock } from '../clock.ts'
import type { Checks } from '../datasets/checks/create-checks.ts'
import type { Freezer } from '../datasets/freezer.ts'
import type { Room } from '../files/create-room.ts'
import type { Hub } from '../jobs/hub.ts'
import type { Styles } from '../styles/service.ts'
import type { WeightsStore } from '../weights/weights-store.ts'
import type { LiveTrainings } from './live-trainings.ts'
import { checkDataset, planTraining } from './plan-training.ts'
import type { Trainers } from './trainers.ts'
import type { TrainingRecord } from './training-record.ts'
import type { TrainingRunner } from './training-runner.ts'
import type { NewTraining, TrainingFilter, TrainingStore } from './training-store.ts'
import type { ToTrainingView } from './training-view.ts'

const PAGE = 20
const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

type Page = Pick<TrainingFilter, 'style' | 'dataset' | 'model'> & {
  readonly state?: JobState | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

type Options = {
  readonly store: TrainingStore
  readonly runner: TrainingRunner
  readonly view: ToTrainingView
  /** Null: nothing here trains. */
  readonly trainers: Trainers | null
  readonly freezer: Pick<Freezer, 'get'>
  readonly checks: Pick<Checks, 'requireTrainable'>
  readonly styles: Pick<Styles, 'find'>
  readonly weights: Pick<WeightsStore, 'open'>
  readonly room: Pick<Room, 'require'>
  readonly live: Pick<LiveTrainings, 'get'>
  readonly hub: Hub
  readonly clock: Pick<Clock, 'now'>
  /** Aborts when the proxy stops. */
  readonly closing: AbortSignal
}

type OpenedWeights = NonNullable<Awaited<ReturnType<WeightsStore['open']>>>

/** All throw AppError; what creates has stored and started nothing then. */
export type Trainings = {
  trainers: () => Promise<{ trainers: TrainerView[]; archiveBytes: number }>
  create: (request: TrainingRequest, pressedBy: string) => Promise<TrainingView>
  get: (id: TrainingId) => TrainingView
  list: (page: Page) => { trainings: TrainingView[]; next: string | null }
  cancel: (id: TrainingId) => TrainingView
  /** Trains again with the same inputs, under a new id. */
  retry: (id: TrainingId, as: TrainingId, pressedBy: string) => Promise<TrainingView>
  log: (id: TrainingId) => string
  weights: (id: TrainingId) => Promise<{ name: string } & OpenedWeights>
}

const NO_TRAINERS =
  'This proxy cannot train. Put a REPLICATE_API_TOKEN into its settings and start it again.'
const NO_STYLE = 'This style is not there any more. Choose another one; nothing was started.'
const OTHER = 'Another training has this id already. Nothing was started.'
const BAD_CURSOR = 'This cursor is not one of the proxy’s. Start again without.'
const NOT_OVER = 'Only a training that failed or was canceled can be tried again.'
const NO_WEIGHTS = 'The proxy has no weights of this training.'

export const createTrainings = (options: Options): Trainings => {
  const { store, runner, view, styles, freezer, checks, weights, room, live, hub, clock } = options

  const needTrainers = (): Trainers => {
    if (options.trainers === null) throw new AppError('engine_unavailable', NO_TRAINERS)
    return options.trainers
  }
  const needStyle = (id: Style['id']): Style => {
    const style = styles.find(id)
    if (style === null)
      throw new AppError('invalid_request', NO_STYLE, { details: { setting: 'style' } })
    return style
  }
  const begin = (training: NewTraining): TrainingView => {
    const { id } = store.insert(training, clock.now())
    hub.publish({ type: 'training-changed', training: id })
    runner.run(id)
    return view(store.get(id))
  }
  /** The training of the same press, sent again. */
  const findSame = (
    id: TrainingId,
    isSame: (training: TrainingRecord) => boolean,
  ): TrainingView | null => {
    const known = store.find(id)
    if (known === null) return null
    if (isSame(known)) return view(known)
    throw new AppError('conflict', OTHER)
  }

  return {
    trainers: async () => {
      const { list, archiveBytes } = needTrainers()
      return { trainers: await list(options.closing), archiveBytes }
    },
    create: async (request, pressedBy) => {
      const isSame = ({ request: known }: TrainingRecord) => isDeepStrictEqual(known, request)
      const known = findSame(request.id, isSame)
      if (known !== null) return known
      await room.require()
      const trainers = needTrainers()
      const style = needStyle(request.style)
      const version = freezer.get(request.dataset, request.datasetVersion)
      checkDataset(version, style, trainers.archiveBytes)
      checks.requireTrainable(request.dataset, request.datasetVersion)
      const trainer = await trainers.plan(request, style.trigger, options.closing)
      const plan = planTraining(style, version, trainer)
      // The same press may have come in again meanwhile.
      return (
        findSame(request.id, isSame) ??
        begin({ id: request.id, request, plan, pressedBy, retryOf: null })
      )
    },
    get: (id) => view(store.get(id)),
    list: ({ state, cursor, limit = PAGE, ...filter }) => {
      const before = v.safeParse(v.optional(Cursor), cursor)
      if (!before.success) throw new AppError('invalid_request', BAD_CURSOR)
      const states = state === 'running' ? [state, 'saving'] : state && [state]
      const found = store.list({ ...filter, states, before: before.output }, limit + 1)
      const trainings = found.slice(0, limit)
      const next = found.length > limit ? (trainings.at(-1)?.number.toString() ?? null) : null
      return { trainings: trainings.map(view), next }
    },
    cancel: (id) => view(runner.cancel(id)),
    retry: async (id, as, pressedBy) => {
      const old = store.get(id)
      const known = findSame(as, ({ retryOf }) => retryOf === id)
      if (known !== null) return known
      if (old.progress.state !== 'failed' && old.progress.state !== 'canceled')
        throw new AppError('conflict', NOT_OVER)
      needTrainers()
      needStyle(old.plan.style.id)
      await room.require()
      return (
        findSame(as, ({ retryOf }) => retryOf === id) ??
        begin({
          id: as,
          request: { ...old.request, id: as },
          plan: old.plan,
          pressedBy,
          retryOf: id,
        })
      )
    },
    log: (id) => store.log(id) ?? live.get(id)?.log ?? '',
    weights: async (id) => {
      const { progress, plan } = store.get(id)
      const kept = progress.state === 'succeeded' ? progress.weights : null
      const opened = kept && (await weights.open(kept.file))
      if (opened === null) throw new AppError('not_found', NO_WEIGHTS)
      const name = `${plan.style.id}-dataset-v${plan.dataset.version}.safetensors`
      return { name, ...opened }
    },
  }
}
