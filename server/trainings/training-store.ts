import { isDeepStrictEqual } from 'node:util'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { advanceTraining } from '../../shared/advance-training.ts'
import { AppError } from '../../shared/errors.ts'
import type { DatasetId, StyleId } from '../../shared/ids.ts'
import { TrainingId } from '../../shared/ids.ts'
import type { TrainingEvent, TrainingProgress } from '../../shared/training-progress.ts'
import { isTrainingFinal } from '../../shared/training-progress.ts'
import type { Budget } from '../budget/create-budget.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
import type { Log } from '../log.ts'
import { chargeOfTraining } from './charge-of-training.ts'
import { TrainingRecord } from './training-record.ts'

export type NewTraining = Pick<TrainingRecord, 'id' | 'request' | 'plan' | 'pressedBy' | 'retryOf'>

export type TrainingFilter = {
  readonly states?: readonly string[] | undefined
  readonly style?: StyleId | undefined
  readonly dataset?: DatasetId | undefined
  readonly model?: string | undefined
  /** Only trainings with a smaller number. */
  readonly before?: number | undefined
}

/** A training, and the number of its last change. */
const Change = v.object({ id: TrainingId, sequence: v.number() })
export type TrainingChange = v.InferOutput<typeof Change>

export type TrainingStore = {
  /** Throws AppError `over_budget` when its price is more than the caps leave; nothing is kept then. */
  insert: (training: NewTraining, now: number) => TrainingRecord
  find: (id: TrainingId) => TrainingRecord | null
  /** Throws AppError `not_found`. */
  get: (id: TrainingId) => TrainingRecord
  /** Newest first. */
  list: (filter: TrainingFilter, limit: number) => TrainingRecord[]
  /** Trainings that have not ended, and canceled ones that may still cost something; oldest first. */
  unfinished: () => TrainingRecord[]
  /** Trainings that changed after a sequence, in the order of their last change. */
  changedSince: (sequence: number, limit: number) => TrainingChange[]
  /** The training after an event: read, advanced and written as one. An event that changes nothing writes nothing. */
  apply: (id: TrainingId, event: TrainingEvent, now: number) => TrainingRecord
  /** Holds what a running training has run up, where that is more than it was to be. */
  hold: (id: TrainingId, usd: number) => void
  /** Keeps the end of what the trainer printed, and its curve. */
  keepLog: (id: TrainingId, log: string, losses: TrainingRecord['losses']) => void
  log: (id: TrainingId) => string | null
}

/** The longest log that is kept, in UTF-16 units: a training of 6,000 steps prints more, of which the end matters. */
const LOG_LIMIT = 200_000

const COLUMNS = `number, id, request, plan, progress, losses, sequence, created_at AS createdAt,
  finished_at AS finishedAt, pressed_by AS pressedBy, retry_of AS retryOf`
const DAMAGED = 'What the proxy knew of this training is damaged.'
const Sequence = v.object({ value: v.number() })
const Logs = v.object({ log: v.nullable(v.string()) })

const modelOf = (progress: TrainingProgress): string | null =>
  'trained' in progress ? progress.trained.model : null

export const createTrainingStore = (
  db: DatabaseSync,
  budget: Pick<Budget, 'reserveTraining' | 'settleTraining'>,
  log: Log,
): TrainingStore => {
  const read = createRowReader('trainings', TrainingRecord, log)
  const select = (rest: string) => db.prepare(`SELECT ${COLUMNS} FROM trainings ${rest}`)
  const one = select('WHERE id = ?')
  const unfinished = select(`WHERE state IN ('queued', 'starting', 'running', 'saving')
    OR (state = 'canceled' AND id IN (SELECT training FROM training_charges WHERE held > 0))
    ORDER BY number`)
  const changed = db.prepare(
    'SELECT id, sequence FROM trainings WHERE sequence > ? ORDER BY sequence LIMIT ?',
  )
  const nextSequence = db.prepare('UPDATE sequence SET value = value + 1 RETURNING value')
  const insert = db.prepare(`INSERT INTO trainings
    (id, style, dataset, dataset_version, state, sequence, created_at, pressed_by, retry_of,
      request, plan, progress, losses)
    VALUES (:id, :style, :dataset, :datasetVersion, 'queued', :sequence, :now, :pressedBy, :retryOf,
      :request, :plan, :progress, '[]')`)
  const update = db.prepare(`UPDATE trainings SET state = :state, model = :model,
    sequence = :sequence, finished_at = coalesce(finished_at, :finishedAt), progress = :progress
    WHERE id = :id`)
  const keepLog = db.prepare('UPDATE trainings SET log = ?, losses = ? WHERE id = ?')
  const logOf = db.prepare('SELECT log FROM trainings WHERE id = ?')

  const count = (): number => v.parse(Sequence, nextSequence.get()).value
  const find = (id: TrainingId): TrainingRecord | null => {
    const row = one.get(id)
    if (row === undefined) return null
    const [training] = read([row])
    if (training === undefined) throw new AppError('not_found', DAMAGED)
    return training
  }
  const get = (id: TrainingId): TrainingRecord => {
    const training = find(id)
    if (training === null) throw new AppError('not_found', 'The proxy does not know this training.')
    return training
  }

  return {
    insert: ({ id, request, plan, pressedBy, retryOf }, now) =>
      transaction(db, () => {
        const progress: TrainingProgress = { state: 'queued', warnings: [] }
        insert.run({
          id,
          style: request.style,
          dataset: request.dataset,
          datasetVersion: request.datasetVersion,
          sequence: count(),
          now,
          pressedBy,
          retryOf,
          request: JSON.stringify(request),
          plan: JSON.stringify(plan),
          progress: JSON.stringify(progress),
        })
        budget.reserveTraining(id, plan.price.usd, now)
        return get(id)
      }),
    find,
    get,
    list: ({ states, style, dataset, model, before }, limit) => {
      const wanted = [
        ['state IN (SELECT value FROM json_each(?))', states && JSON.stringify(states)],
        ['style = ?', style],
        ['dataset = ?', dataset],
        ['model = ?', model],
        ['number < ?', before],
      ] as const
      const conditions = wanted.flatMap(([sql, value]) =>
        value === undefined ? [] : [{ sql, value }],
      )
      const where = conditions.map(({ sql }) => sql).join(' AND ')
      const rows = select(`${where && `WHERE ${where}`} ORDER BY number DESC`)
      return read(rows.iterate(...conditions.map(({ value }) => value)), limit)
    },
    unfinished: () => read(unfinished.iterate()),
    changedSince: (sequence, limit) => v.parse(v.array(Change), changed.all(sequence, limit)),
    apply: (id, event, now) =>
      transaction(db, () => {
        const training = get(id)
        const progress = advanceTraining(training.progress, event)
        if (isDeepStrictEqual(progress, training.progress)) return training
        update.run({
          id,
          state: progress.state,
          model: modelOf(progress),
          sequence: count(),
          finishedAt: isTrainingFinal(progress.state) ? now : null,
          progress: JSON.stringify(progress),
        })
        budget.settleTraining(id, chargeOfTraining({ progress, plan: training.plan }))
        return get(id)
      }),
    hold: (id, usd) => {
      const training = get(id)
      budget.settleTraining(id, chargeOfTraining(training, usd))
    },
    keepLog: (id, text, losses) => {
      transaction(db, () => keepLog.run(text.slice(-LOG_LIMIT), JSON.stringify(losses), id))
    },
    log: (id) => {
      get(id)
      return v.parse(Logs, logOf.get(id)).log
    },
  }
}
