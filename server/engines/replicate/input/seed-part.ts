import type { ModelSchema } from '../model/model-schema.ts'
import type { Part } from './part.ts'

/** Seeds are 32 bits. A model that takes fewer gets a remainder, so that a seed always draws the same. */
export const seedPart = ({ inputs }: ModelSchema, seed: number): Part => {
  const field = inputs.get('seed')
  if (field === undefined)
    return {
      input: {},
      warnings: ['This model takes no seed, so the same picture cannot be drawn again.'],
    }
  return {
    input: { seed: field.maximum === null ? seed : seed % (field.maximum + 1) },
    warnings: [],
  }
}
