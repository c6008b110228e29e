import fc from 'fast-check'
import type { JsonSchema } from './json-schema.ts'

export type Definitions = Readonly<Record<string, JsonSchema>>

const numberOf = ({ minimum = -1e6, maximum = 1e6 }: JsonSchema, isWhole: boolean) =>
  isWhole
    ? fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) })
    : fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true })

const textOf = ({ pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> =>
  pattern === undefined
    ? fc.string({ minLength, maxLength: Math.min(maxLength, 200), unit: 'grapheme' })
    : fc.stringMatching(new RegExp(pattern))

const objectOf = (
  { properties = {}, required = [] }: JsonSchema,
  definitions: Definitions,
): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, definitions)]),
    ),
    { requiredKeys: [...required] },
  )

/** Values of a JSON schema. What the schema cannot say, the proxy may still refuse. */
export const arbitraryOf = (
  schema: JsonSchema,
  definitions: Definitions,
): fc.Arbitrary<unknown> => {
  const again = (one: JsonSchema) => arbitraryOf(one, definitions)
  if (schema.$ref !== undefined) {
    const found = definitions[schema.$ref.split('/').at(-1) ?? '']
    if (found === undefined) throw new Error(`${schema.$ref} is not in the document.`)
    return again(found)
  }
  const some = schema.anyOf ?? schema.oneOf
  if (some !== undefined) return fc.oneof(...some.map(again))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
    case 'number':
      return numberOf(schema, schema.type === 'integer')
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(again(schema.items ?? {}), { maxLength: 4 })
    case 'object':
      return objectOf(schema, definitions)
    case undefined:
      return fc.jsonValue()
    default:
      throw new Error(`No arbitrary for ${JSON.stringify(schema.type)}.`)
  }
}
