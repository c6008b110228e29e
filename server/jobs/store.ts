import { isDeepStrictEqual } from 'node:util'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { advance } from '../../shared/advance.ts'
import { AppError } from '../../shared/errors.ts'
import { foldWords } from '../../shared/fold-words.ts'
import type { DocumentId } from '../../shared/ids.ts'
import { JobId } from '../../shared/ids.ts'
import type { JobEvent, Progress } from '../../shared/job.ts'
import { isFinal } from '../../shared/job.ts'
import { Json } from '../../shared/json.ts'
import type { Mark } from '../../shared/mark.ts'
import type { Budget } from '../budget/create-budget.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
import type { UploadStore } from '../housekeeping/upload-store.ts'
import type { Log } from '../log.ts'
import { chargeOfJob } from './charges.ts'
import type { JobFilter } from './job-filter.ts'
import { whereJobs } from './job-filter.ts'
import { JobRecord } from './job-record.ts'
import type { PictureStore } from './picture-store.ts'

export type NewJob = Pick<
  JobRecord,
  'id' | 'document' | 'request' | 'plan' | 'progress' | 'pressedBy'
>

/** A job, and the number of its last change. */
const Change = v.object({ id: JobId, sequence: v.number() })
export type Change = v.InferOutput<typeof Change>
const Changes = v.array(Change)
const Queue = v.array(v.object({ id: JobId }))

export type JobStore = {
  /** Throws AppError `over_budget` when its price is more than the caps leave; nothing is kept then. */
  insert: (job: NewJob, now: number) => JobRecord
  find: (id: JobId) => JobRecord | null
  /** Throws AppError `not_found`. */
  get: (id: JobId) => JobRecord
  /** Newest first. */
  list: (filter: JobFilter, limit: number) => JobRecord[]
  /** Jobs that have not ended, and canceled ones that may still cost something; oldest first. */
  unfinished: () => JobRecord[]
  /** Jobs that changed after a sequence, in the order of their last change. */
  changedSince: (sequence: number, document: DocumentId | null, limit: number) => Change[]
  /** The next jobs in the queue, in their order. */
  queue: (document: DocumentId | null, limit: number) => JobId[]
  /** The handles of all runs of the jobs that had not ended by this time. */
  handlesSince: (time: number) => Json[]
  /** What waits before a job for the same engine. */
  ahead: (job: JobRecord) => { readonly jobs: number; readonly pictures: number }
  /** The number of the last change of any job. */
  sequence: () => number
  /** The job after an event: read, advanced and written as one. An event that changes nothing writes nothing. */
  apply: (id: JobId, event: JobEvent, now: number) => JobRecord
  /** The job after a picture of it was placed. Throws AppError `not_found`. */
  place: (id: JobId, index: number, now: number) => JobRecord
  /** The job after she marked a picture of it. Throws AppError `not_found`. */
  mark: (id: JobId, index: number, mark: Mark | null, now: number) => JobRecord
  /** The job after she said whether a picture of it is to be placed. Throws AppError `not_found`. */
  dismiss: (id: JobId, index: number, isDismissed: boolean, now: number) => JobRecord
}

const COLUMNS = `jobs.number, id, jobs.document, request, plan, progress, sequence,
  jobs.created_at AS createdAt, finished_at AS finishedAt, pressed_by AS pressedBy`
const DAMAGED = 'What the proxy knew of this job is damaged. Its finished pictures are still there.'
const Ahead = v.object({ jobs: v.number(), pictures: v.number() })
const Sequence = v.object({ value: v.number() })
const Handles = v.array(v.object({ handle: v.pipe(v.string(), v.parseJson(), Json) }))

type Options = {
  readonly pictures: PictureStore
  readonly budget: Budget
  readonly uploads: Pick<UploadStore, 'use'>
  readonly log: Log
}

export const createJobStore = (
  db: DatabaseSync,
  { pictures, budget, uploads, log }: Options,
): JobStore => {
  const read = createRowReader('jobs', JobRecord, log)
  const select = (from: string) => db.prepare(`SELECT ${COLUMNS} ${from}`)
  const one = select('FROM jobs WHERE id = ?')
  const unfinished = select(`FROM jobs WHERE state IN ('queued', 'starting', 'running')
    OR (state = 'canceled' AND id IN (SELECT job FROM charges WHERE held > 0)) ORDER BY number`)
  const handles = db.prepare(`SELECT run.value -> '$.handle' AS handle
    FROM jobs, json_each(iif(json_valid(progress), progress, '{}'), '$.runs') AS run
    WHERE (finished_at IS NULL OR finished_at >= ?) AND handle IS NOT NULL`)
  const changed = db.prepare(`SELECT id, sequence FROM jobs
    WHERE sequence > :sequence AND (:document IS NULL OR document = :document)
    ORDER BY sequence LIMIT :limit`)
  const queue = db.prepare(`SELECT id FROM jobs
    WHERE state = 'queued' AND (:document IS NULL OR document = :document)
    ORDER BY number LIMIT :limit`)
  const ahead = db.prepare(`SELECT count(*) AS jobs, coalesce(sum(count), 0) AS pictures
    FROM jobs WHERE state = 'queued' AND number < ?
    AND iif(json_valid(plan), plan ->> '$.engine', NULL) = ?`)
  const sequence = db.prepare('SELECT value FROM sequence')
  const nextSequence = db.prepare('UPDATE sequence SET value = value + 1 RETURNING value')
  const insert = db.prepare(`INSERT INTO jobs
    (id, document, state, count, sequence, created_at, pressed_by, request, plan, progress)
    VALUES (:id, :document, :state, :count, :sequence, :now, :pressedBy, :request, :plan, :progress)`)
  const note = db.prepare(`INSERT INTO job_facts
    (number, job, document, style, version, created_at, words)
    SELECT number, id, document, :style, :version, created_at, :words FROM jobs WHERE id = :id`)
  const update = db.prepare(`UPDATE jobs SET state = :state, sequence = :sequence,
    finished_at = coalesce(finished_at, :finishedAt), progress = :progress WHERE id = :id`)

  const count = (): number => v.parse(Sequence, nextSequence.get()).value
  const find = (id: JobId): JobRecord | null => {
    const row = one.get(id)
    if (row === undefined) return null
    const [job] = read([row])
    if (job === undefined) throw new AppError('not_found', DAMAGED)
    return job
  }
  const get = (id: JobId): JobRecord => {
    const job = find(id)
    if (job === null) throw new AppError('not_found', 'The proxy does not know this job.')
    return job
  }
  const write = (id: JobId, progress: Progress, now: number): void => {
    update.run({
      id,
      state: progress.state,
      sequence: count(),
      finishedAt: isFinal(progress.state) ? now : null,
      progress: JSON.stringify(progress),
    })
  }

  return {
    insert: (job, now) =>
      transaction(db, () => {
        insert.run({
          id: job.id,
          document: job.document,
          state: job.progress.state,
          count: job.progress.runs.length,
          sequence: count(),
          now,
          pressedBy: job.pressedBy,
          request: JSON.stringify(job.request),
          plan: JSON.stringify(job.plan),
          progress: JSON.stringify(job.progress),
        })
        note.run({
          id: job.id,
          style: job.plan.style.id,
          version: job.plan.version,
          words: foldWords(job.request.brief),
        })
        if (job.request.reference) uploads.use(job.request.reference.file, job.id)
        const price = job.plan.price.usd * job.progress.runs.length
        if (price > 0) budget.reserve(job.id, price, now)
        return get(job.id)
      }),
    find,
    get,
    list: (filter, limit) => {
      const { sql, values } = whereJobs(filter)
      return read(select(sql).iterate(...values), limit)
    },
    unfinished: () => read(unfinished.iterate()),
    changedSince: (since, document, limit) =>
      v.parse(Changes, changed.all({ sequence: since, document, limit })),
    queue: (document, limit) => v.parse(Queue, queue.all({ document, limit })).map(({ id }) => id),
    handlesSince: (time) => v.parse(Handles, handles.all(time)).map(({ handle }) => handle),
    ahead: (job) => v.parse(Ahead, ahead.get(job.number, job.plan.engine)),
    sequence: () => v.parse(Sequence, sequence.get()).value,
    apply: (id, event, now) =>
      transaction(db, () => {
        const job = get(id)
        const progress = advance(job.progress, event)
        if (isDeepStrictEqual(progress, job.progress)) return job
        write(id, progress, now)
        budget.settle(id, chargeOfJob({ progress, plan: job.plan }))
        if (event.type === 'finished') pictures.add(id, event.index, event.output.file, now)
        return get(id)
      }),
    place: (id, index, now) =>
      transaction(db, () => {
        const job = get(id)
        if (pictures.place(id, index, now)) write(id, job.progress, now)
        return get(id)
      }),
    mark: (id, index, mark, now) =>
      transaction(db, () => {
        pictures.mark(id, index, mark)
        write(id, get(id).progress, now)
        return get(id)
      }),
    dismiss: (id, index, isDismissed, now) =>
      transaction(db, () => {
        pictures.dismiss(id, index, isDismissed ? now : null)
        write(id, get(id).progress, now)
        return get(id)
      }),
  }
}
