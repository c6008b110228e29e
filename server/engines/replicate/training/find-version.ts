import * as v from 'valibot'
import type { Api } from '../api/create-api.ts'
import { isSuccess } from '../api/outcome.ts'
import type { TrainingHandle } from './training-handle.ts'
import type { WireTraining } from './wire-training.ts'

const Versions = v.object({
  results: v.array(v.object({ id: v.string(), created_at: v.string() })),
})

/** A version is there a little before or after its training says that it ended. Milliseconds. */
const AROUND_MS = 5 * 60_000

/**
 * The version that a training made, where Replicate has deleted what the training said of it: the one of its
 * destination that came when it ended. Null where none or more than one did.
 */
export const findVersion = async (
  api: Pick<Api, 'listVersions'>,
  { destination }: TrainingHandle,
  { completed_at }: WireTraining,
  signal: AbortSignal,
): Promise<string | null> => {
  const [owner = '', name = ''] = destination.split('/')
  const outcome = await api.listVersions(owner, name, signal)
  const page = isSuccess(outcome) ? v.safeParse(Versions, outcome.body) : null
  const ended = Date.parse(completed_at ?? '')
  if (page?.success !== true || Number.isNaN(ended)) return null
  const [one, ...others] = page.output.results.filter(
    ({ created_at }) => Math.abs(Date.parse(created_at) - ended) < AROUND_MS,
  )
  return one === undefined || others.length > 0 ? null : `${destination}:${one.id}`
}
