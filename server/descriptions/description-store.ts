import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { DescriptionRequest } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { DescriptionId } from '../../shared/ids.ts'
import { Json } from '../../shared/json.ts'
import type { Budget } from '../budget/create-budget.ts'
import type { Charge } from '../budget/standing.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
import type { Log } from '../log.ts'
import type { DescriptionPlan, DescriptionProgress } from './description-record.ts'
import { DescriptionRecord } from './description-record.ts'

export type NewDescription = {
  readonly id: DescriptionId
  readonly request: DescriptionRequest
  readonly plan: DescriptionPlan
  readonly pressedBy: string
}

export type DescriptionStore = {
  /** Holds its price. Throws AppError `over_budget`; nothing is kept then. */
  insert: (description: NewDescription, now: number) => void
  find: (id: DescriptionId) => DescriptionRecord | null
  /** Throws AppError `not_found`. */
  get: (id: DescriptionId) => DescriptionRecord
  /** Oldest first. */
  unfinished: () => DescriptionRecord[]
  /** Writes how it stands, with what that costs. */
  write: (id: DescriptionId, progress: DescriptionProgress) => void
  /** The handles of all others that came in since a time. */
  handlesSince: (time: number, except: DescriptionId) => Json[]
}

const Handles = v.array(v.object({ handle: v.pipe(v.string(), v.parseJson(), Json) }))

/** What it counts with: its price until its end is known, and where nobody will ever know. */
const chargeOf = (progress: DescriptionProgress, { price }: DescriptionPlan): Charge => {
  switch (progress.state) {
    case 'queued':
    case 'starting':
    case 'running':
      return { spent: 0, held: price.usd }
    case 'succeeded':
      return { spent: progress.cost.usd, held: 0 }
    case 'failed':
      return progress.error.charged === 'maybe'
        ? { spent: 0, held: progress.cost.usd }
        : { spent: progress.cost.usd, held: 0 }
  }
}

type Options = {
  readonly budget: Pick<Budget, 'reserveDescription' | 'settleDescription'>
  readonly log: Log
}

export const createDescriptionStore = (
  db: DatabaseSync,
  { budget, log }: Options,
): DescriptionStore => {
  const read = createRowReader('descriptions', DescriptionRecord, log)
  const select = (rest: string) =>
    db.prepare(`SELECT id, created_at AS createdAt, request, plan, progress
      FROM descriptions ${rest}`)
  const one = select('WHERE id = ?')
  const unfinished = select(`WHERE state IN ('queued', 'starting', 'running') ORDER BY number`)
  const insert = db.prepare(`INSERT INTO descriptions
    (id, file, mode, state, created_at, pressed_by, request, plan, progress)
    VALUES (:id, :file, :mode, 'queued', :now, :pressedBy, :request, :plan, '{"state":"queued"}')`)
  const update = db.prepare('UPDATE descriptions SET state = ?, progress = ? WHERE id = ?')
  const handles = db.prepare(`SELECT progress -> '$.handle' AS handle FROM descriptions
    WHERE created_at >= ? AND id <> ? AND json_valid(progress)
      AND progress -> '$.handle' IS NOT NULL`)

  const find = (id: DescriptionId) => read(one.iterate(id))[0] ?? null
  const get = (id: DescriptionId): DescriptionRecord => {
    const description = find(id)
    if (description === null)
      throw new AppError('not_found', 'The proxy does not know this description.')
    return description
  }

  return {
    insert: ({ id, request, plan, pressedBy }, now) =>
      transaction(db, () => {
        const { file, mode } = request
        insert.run({
          id,
          file,
          mode,
          now,
          pressedBy,
          request: JSON.stringify(request),
          plan: JSON.stringify(plan),
        })
        if (plan.price.usd > 0) budget.reserveDescription(id, plan.price.usd, now)
      }),
    find,
    get,
    unfinished: () => read(unfinished.iterate()),
    write: (id, progress) =>
      transaction(db, () => {
        const { plan } = get(id)
        update.run(progress.state, JSON.stringify(progress), id)
        if (plan.price.usd > 0) budget.settleDescription(id, chargeOf(progress, plan))
      }),
    handlesSince: (time, except) =>
      v.parse(Handles, handles.all(time, except)).map(({ handle }) => handle),
  }
}
