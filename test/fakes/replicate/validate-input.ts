import type { InvalidField } from './invalid-field.ts'
import { invalidType, jsonType, missing } from './invalid-field.ts'
import type { JsonObject } from './json-object.ts'
import type { Field, Fields } from './models/field.ts'

const hasType = (field: Field, value: unknown): boolean => {
  switch (field.type) {
    case 'string':
    case 'enum':
      return typeof value === 'string'
    case 'integer':
      return jsonType(value) === 'integer'
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
  }
}

const check = (name: string, field: Field, value: unknown): InvalidField | null => {
  const at = `input.${name}`
  if (!hasType(field, value))
    return invalidType(at, field.type === 'enum' ? 'string' : field.type, value)
  if (field.type === 'enum' && typeof value === 'string' && !field.values.includes(value)) {
    const allowed = field.values.map((one) => `"${one}"`).join(', ')
    return {
      type: 'enum',
      field: at,
      description: `${name} must be one of the following: ${allowed}`,
    }
  }
  if (field.type === 'string' && field.format === 'uri' && !URL.canParse(String(value)))
    return { type: 'format', field: at, description: "Does not match format 'uri'" }
  if (field.type !== 'integer' && field.type !== 'number') return null
  if (field.minimum !== undefined && Number(value) < field.minimum)
    return {
      type: 'number_gte',
      field: at,
      description: `Must be greater than or equal to ${field.minimum}`,
    }
  if (field.maximum !== undefined && Number(value) > field.maximum)
    return {
      type: 'number_lte',
      field: at,
      description: `Must be less than or equal to ${field.maximum}`,
    }
  return null
}

/** What is wrong with an input. Names that the model does not have are fine: Replicate takes them and says nothing. */
export const validateInput = (fields: Fields, input: JsonObject): InvalidField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (!Object.hasOwn(input, name)) return field.required === true ? [missing('input', name)] : []
    const invalid = check(name, field, input[name])
    return invalid === null ? [] : [invalid]
  })
