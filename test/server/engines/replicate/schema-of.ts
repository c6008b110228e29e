import { parseModelSchema } from '../../../../server/engines/replicate/model/model-schema.ts'
import type { ModelSchema } from '../../../../server/engines/replicate/model/model-schema.ts'
import { MODELS } from '../../../fakes/replicate/models/models.ts'
import { openapiSchema } from '../../../fakes/replicate/openapi-schema.ts'

/** The schema of a model that the fake has, as its newest version writes it. */
export const schemaOf = (name: string): ModelSchema => {
  const model = MODELS.find((one) => `${one.owner}/${one.name}` === name)
  return parseModelSchema(openapiSchema(model!.versions[0]!))!
}

/** A schema with these inputs, by their JSON schemas, and pictures as its output. */
export const schemaWith = (properties: object, required: readonly string[] = []): ModelSchema =>
  parseModelSchema({
    components: {
      schemas: {
        Input: { properties: { prompt: { type: 'string' }, ...properties }, required },
        Output: { type: 'array', items: { type: 'string', format: 'uri' } },
      },
    },
  })!
