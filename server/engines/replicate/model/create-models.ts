import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import type { Clock } from '../../../clock.ts'
import type { Api } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { WireModel, WireVersion } from '../api/wire.ts'
import { refusalError } from '../errors/explain-refusal.ts'
import type { ModelReference } from './model-reference.ts'
import { parseModelSchema } from './model-schema.ts'
import type { ResolvedModel } from './resolved-model.ts'
import { untilAborted } from './until-aborted.ts'

export type Models = {
  /** Throws AppError. What was read is kept for a while. */
  resolve: (reference: ModelReference, signal: AbortSignal) => Promise<ResolvedModel>
  /** Reads it anew the next time, and what is newest too: its version is gone. */
  forget: (reference: ModelReference) => void
}

/** How long the newest version of a model is taken to be the newest. */
const FRESH_MS = 5 * 60_000

const parsed = <T>(schema: v.GenericSchema<unknown, T>, outcome: Outcome): T => {
  const body = isSuccess(outcome) ? v.safeParse(schema, outcome.body) : null
  if (body?.success !== true) throw refusalError(outcome)
  return body.output
}

const GONE =
  'This version of the model was deleted. Nothing was charged. Choose another version in the style.'
const EMPTY =
  'This model has no version yet: nothing has been trained into it. Nothing was charged. Train it first, or choose another one.'
const SILENT =
  'Replicate does not say what this model takes. Nothing was charged. Choose another version or model.'

const resolved = (
  name: string,
  target: ResolvedModel['target'],
  version: WireVersion,
): ResolvedModel => {
  const schema = parseModelSchema(version.openapi_schema)
  if (schema === null) throw new AppError('bad_answer', SILENT)
  return { name, version: 'version' in target ? version.id : null, target, schema }
}

/** While nobody can be asked, what was read before is better than nothing. */
const orElse = async <T>(read: Promise<T>, known: Promise<T>): Promise<T> => {
  try {
    return await read
  } catch (error) {
    if (error instanceof AppError && error.code === 'engine_unavailable') return known
    throw error
  }
}

/** The models as Replicate describes them, each version by its own schema. */
export const createModels = (api: Api, clock: Clock): Models => {
  const kept = new Map<string, { readonly model: Promise<ResolvedModel>; readonly at: number }>()
  const nobody = new AbortController().signal

  const newest = async ({ owner, name }: ModelReference): Promise<ResolvedModel> => {
    const model = parsed(WireModel, await api.getModel(owner, name, nobody))
    const version = model.latest_version
    if (!version) throw new AppError('model_not_found', EMPTY)
    const target = model.is_official ? { owner, name } : { version: version.id }
    return resolved(`${owner}/${name}`, target, version)
  }

  const exact = async (
    { owner, name }: ModelReference,
    version: string,
  ): Promise<ResolvedModel> => {
    const outcome = await api.getVersion(owner, name, version, nobody)
    if (outcome.type === 'answer' && outcome.status === 404) {
      parsed(WireModel, await api.getModel(owner, name, nobody))
      throw new AppError('version_gone', GONE)
    }
    return resolved(`${owner}/${name}`, { version }, parsed(WireVersion, outcome))
  }

  const keyOf = (
    { owner, name }: Pick<ModelReference, 'owner' | 'name'>,
    version: string | null,
  ): string => `${owner}/${name}:${version ?? ''}`

  const keep = (key: string, model: Promise<ResolvedModel>): void => {
    kept.set(key, { model, at: clock.now() })
    model.catch(() => kept.delete(key))
  }

  return {
    resolve: async (reference, signal) => {
      const { version } = reference
      const key = keyOf(reference, version)
      const known = kept.get(key)
      if (known !== undefined && clock.now() - known.at < FRESH_MS)
        return untilAborted(known.model, signal)
      const read = version === null ? newest(reference) : exact(reference, version)
      const model = known === undefined ? read : orElse(read, known.model)
      keep(key, model)
      const found = await untilAborted(model, signal)
      // The newest is asked for by its version next: that is read already.
      if (version === null) keep(keyOf(reference, found.version), model)
      return found
    },
    forget: (reference) => {
      kept.delete(keyOf(reference, reference.version))
      kept.delete(keyOf(reference, null))
    },
  }
}
