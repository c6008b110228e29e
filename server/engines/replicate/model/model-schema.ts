import * as v from 'valibot'

export type InputField = {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'other'
  readonly minimum: number | null
  readonly maximum: number | null
  /** The only values that it takes; null where it takes any. */
  readonly values: readonly (string | number)[] | null
  readonly description: string
  readonly required: boolean
}

/** What a version of a model takes and gives. */
export type ModelSchema = {
  readonly inputs: ReadonlyMap<string, InputField>
  /** Whether its output is one address or a list of addresses of files. */
  readonly givesFiles: boolean
}

const Property = v.object({
  type: v.optional(v.string()),
  format: v.optional(v.string()),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  enum: v.optional(v.array(v.union([v.string(), v.number()]))),
  description: v.optional(v.string(), ''),
  $ref: v.optional(v.string()),
  items: v.optional(v.object({ type: v.optional(v.string()), format: v.optional(v.string()) })),
})
type Property = v.InferOutput<typeof Property>

/** Cog writes an enum as a component of its own and points at it; newer ones write "or null" as a list of types. */
const Input = v.object({
  ...Property.entries,
  allOf: v.optional(v.array(Property), []),
  anyOf: v.optional(v.array(Property), []),
})

const Inputs = v.object({
  properties: v.optional(v.record(v.string(), Input), {}),
  required: v.optional(v.array(v.string()), []),
})

const Document = v.object({
  components: v.object({
    schemas: v.objectWithRest({ Output: v.optional(Property) }, v.unknown()),
  }),
})

const TYPES = ['string', 'number', 'integer', 'boolean', 'array'] as const

const isFile = (part: { readonly type?: string; readonly format?: string } | undefined) =>
  part?.type === 'string' && part.format === 'uri'

/**
 * A version's `openapi_schema`, as Cog writes it: what it takes to draw, or, as `TrainingInput`, to train. Null where it
 * does not say.
 */
export const parseModelSchema = (
  openapi: unknown,
  input: 'Input' | 'TrainingInput' = 'Input',
): ModelSchema | null => {
  const parsed = v.safeParse(Document, openapi)
  if (!parsed.success) return null
  const { schemas } = parsed.output.components
  const inputs = v.safeParse(Inputs, schemas[input])
  if (!inputs.success) return null

  const resolve = (part: Property): Property => {
    const name = part.$ref?.split('/').at(-1)
    const target = name === undefined ? undefined : schemas[name]
    return v.is(Property, target) ? v.parse(Property, target) : part
  }

  const fields = Object.entries(inputs.output.properties).map(([name, property]) => {
    const parts = [property, ...property.allOf, ...property.anyOf].map(resolve)
    const first = <Key extends keyof Property>(key: Key) =>
      parts.find((part) => part[key] !== undefined && part.type !== 'null')?.[key]
    const field: InputField = {
      type: TYPES.find((type) => type === first('type')) ?? 'other',
      minimum: first('minimum') ?? null,
      maximum: first('maximum') ?? null,
      values: first('enum') ?? null,
      description: property.description,
      required: inputs.output.required.includes(name),
    }
    return [name, field] as const
  })
  const output = schemas.Output
  return {
    inputs: new Map(fields),
    givesFiles: isFile(output) || (output?.type === 'array' && isFile(output.items)),
  }
}
