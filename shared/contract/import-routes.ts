import * as v from 'valibot'
import { ErrorCode } from '../errors.ts'
import { DatasetId, ImportId } from '../ids.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** About one file in the ZIP; its name is data. */
const Notes = v.array(v.object({ name: v.string(), note: v.string() }))

const common = {
  id: ImportId,
  dataset: DatasetId,
  /** Pictures that were read, of how many. */
  done: Count,
  total: Count,
}

/** A ZIP on its way into a dataset: all of its pictures, or none. The proxy knows of it until it stops. */
export const ImportView = v.variant('state', [
  v.object({ ...common, state: v.literal('running') }),
  v.object({ ...common, state: v.literal('canceled') }),
  v.object({
    ...common,
    state: v.literal('succeeded'),
    added: Count,
    /** Pictures that the dataset has already; their captions stay as they are. */
    known: Count,
    /** What was done to a picture or a caption, and files that are neither. */
    notes: Notes,
  }),
  v.object({
    ...common,
    state: v.literal('failed'),
    error: v.object({ code: ErrorCode, message: v.string() }),
  }),
])
export type ImportView = v.InferOutput<typeof ImportView>

const Answer = v.object({ import: ImportView })

/** Takes the bytes of a ZIP instead of JSON. */
export const importArchiveRoute = {
  method: 'POST',
  path: '/v1/datasets/{id}/imports',
  response: Answer,
} as const

/** How each route is asked, and what it answers. */
export const importRoutes = {
  getImport: {
    method: 'GET',
    path: '/v1/datasets/{id}/imports/{import}',
    response: Answer,
  },
  cancelImport: {
    method: 'POST',
    path: '/v1/datasets/{id}/imports/{import}/cancel',
    response: Answer,
  },
} as const
