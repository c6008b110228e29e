import type { InvalidField } from './invalid-field.ts'
import { invalidType, jsonType, missing } from './invalid-field.ts'
import type { JsonObject } from './json-object.ts'

type BodyField = { readonly type: 'string' | 'object' | 'array' | 'boolean'; required?: true }

const SHARED = {
  input: { type: 'object', required: true },
  webhook: { type: 'string' },
  webhook_events_filter: { type: 'array' },
} as const

/** The fields of the three bodies that start a run. */
export const BODIES = {
  version: { version: { type: 'string', required: true }, ...SHARED, stream: { type: 'boolean' } },
  model: { ...SHARED, stream: { type: 'boolean' } },
  training: { destination: { type: 'string', required: true }, ...SHARED },
} as const satisfies Record<string, Readonly<Record<string, BodyField>>>

/** What is wrong with the top level of a body. Unlike inputs, unknown names are refused here. */
export const validateBody = (
  fields: Readonly<Record<string, BodyField>>,
  body: JsonObject,
): InvalidField[] => [
  ...Object.entries(fields).flatMap(([name, { type, required }]) => {
    if (!Object.hasOwn(body, name)) return required === true ? [missing('', name)] : []
    return jsonType(body[name]) === type ? [] : [invalidType(name, type, body[name])]
  }),
  ...Object.keys(body)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({
      type: 'additional_property_not_allowed',
      field: '',
      description: `Additional property ${name} is not allowed`,
    })),
]
