import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import type { Clock } from '../../../clock.ts'
import type { Api } from '../api/create-api.ts'
import { isSuccess } from '../api/outcome.ts'
import { WireModel } from '../api/wire.ts'
import { refusalError } from '../errors/explain-refusal.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { parseModelSchema } from '../model/model-schema.ts'

/** A trainer as it trains now. */
export type ResolvedTrainer = { readonly version: string; readonly schema: ModelSchema }

/** How long the newest version of a trainer is taken to be the newest. */
const FRESH_MS = 5 * 60_000

const GONE =
  'Replicate does not say how this trainer is used. Nothing was charged. Choose another trainer.'

/** The newest version of a trainer, `owner/name`, and what it takes. Throws AppError. */
export type ResolveTrainer = (trainer: string, signal: AbortSignal) => Promise<ResolvedTrainer>

export const createResolveTrainer = (
  api: Pick<Api, 'getModel'>,
  clock: Pick<Clock, 'now'>,
): ResolveTrainer => {
  const kept = new Map<string, { readonly found: ResolvedTrainer; readonly at: number }>()

  const read = async (trainer: string, signal: AbortSignal): Promise<ResolvedTrainer> => {
    const [owner = '', name = ''] = trainer.split('/')
    const outcome = await api.getModel(owner, name, signal)
    const model = isSuccess(outcome) ? v.safeParse(WireModel, outcome.body) : null
    if (model?.success !== true) throw refusalError(outcome)
    const version = model.output.latest_version
    const schema = parseModelSchema(version?.openapi_schema, 'TrainingInput')
    if (!version || schema === null) throw new AppError('model_not_found', GONE)
    return { version: version.id, schema }
  }

  return async (trainer, signal) => {
    const known = kept.get(trainer)
    if (known !== undefined && clock.now() - known.at < FRESH_MS) return known.found
    try {
      const found = await read(trainer, signal)
      kept.set(trainer, { found, at: clock.now() })
      return found
    } catch (error) {
      // While nobody can be asked, what was read before is better than nothing.
      if (known && error instanceof AppError && error.code === 'engine_unavailable')
        return known.found
      throw error
    }
  }
}
