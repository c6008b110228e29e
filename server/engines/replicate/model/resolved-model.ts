import type { Order } from '../api/create-api.ts'
import type { ModelSchema } from './model-schema.ts'

/** A model as it runs now. */
export type ResolvedModel = {
  /** `owner/name`. */
  readonly name: string
  /** 64 hex digits; null for an official model, which runs by its name. */
  readonly version: string | null
  readonly target: Order['target']
  readonly schema: ModelSchema
}

/** What measured times and prices are kept under. */
export const modelKey = ({ name, version }: Pick<ResolvedModel, 'name' | 'version'>): string =>
  version === null ? name : `${name}:${version}`
