/** One entry of `invalid_fields`, in the words of the Go library gojsonschema that Replicate answers with. */
export type InvalidField = {
  readonly type: string
  /** `input.seed`, `input`, or empty for the body itself. */
  readonly field: string
  readonly description: string
}

/** The entry's line in `detail`. */
export const describeInvalid = ({ field, description }: InvalidField): string =>
  `- ${field === '' ? '' : `${field}: `}${description}\n`

/** The name of a value's JSON type. */
export const jsonType = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

export const invalidType = (field: string, expected: string, value: unknown): InvalidField => ({
  type: 'invalid_type',
  field,
  description: `Invalid type. Expected: ${expected}, given: ${jsonType(value)}`,
})

export const missing = (field: string, name: string): InvalidField => ({
  type: 'required',
  field,
  description: `${name} is required`,
})
