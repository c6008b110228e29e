import type { Field } from './models/field.ts'
import type { Version } from './models/model.ts'

const title = (name: string): string =>
  name.replace(
    /(^|_)([a-z0-9])/g,
    (_, before: string, letter: string) => `${before === '' ? '' : ' '}${letter.toUpperCase()}`,
  )

/** Cog writes an enum as a component of its own and refers to it through `allOf`. */
const property = (name: string, field: Field, order: number): object =>
  field.type === 'enum'
    ? {
        allOf: [{ $ref: `#/components/schemas/${name}` }],
        default: field.default,
        description: field.description,
        'x-order': order,
      }
    : { ...field, required: undefined, title: title(name), 'x-order': order }

const component = (name: string, values: readonly string[]) => ({
  enum: values,
  type: 'string',
  title: name,
  description: 'An enumeration.',
})

const STATUSES = ['starting', 'processing', 'succeeded', 'canceled', 'failed']

const PICTURES = { type: 'array', items: { type: 'string', format: 'uri' }, title: 'Output' }

const PICTURE = { type: 'string', format: 'uri', title: 'Output' }

const TEXT = {
  type: 'array',
  items: { type: 'string' },
  title: 'Output',
  'x-cog-array-type': 'iterator',
  'x-cog-array-display': 'concatenate',
}

const ANSWERS = {
  pieces: TEXT,
  text: { type: 'string', title: 'Output' },
  object: { type: 'object', title: 'Output' },
} as const

const outputOf = ({ family, single, answers = 'pieces' }: Version) => {
  if (family === 'text') return ANSWERS[answers]
  return single ? PICTURE : PICTURES
}

const object = (name: string, fields: Version['fields']) => {
  const required = Object.keys(fields).filter((key) => fields[key]?.required === true)
  return {
    type: 'object',
    title: name,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field], order) => [key, property(key, field, order)]),
    ),
  }
}

/** The `openapi_schema` of a version, in the shape that Cog gives it. */
export const openapiSchema = (version: Version) => {
  const enums = Object.fromEntries(
    Object.entries({ ...version.training, ...version.fields }).flatMap(([name, field]) =>
      field.type === 'enum' ? [[name, component(name, field.values)] as const] : [],
    ),
  )
  return {
    openapi: '3.0.2',
    info: { title: 'Cog', version: '0.1.0' },
    components: {
      schemas: {
        Input: object('Input', version.fields),
        Output: outputOf(version),
        ...(version.training !== null && {
          TrainingInput: object('TrainingInput', version.training),
        }),
        Status: component('Status', STATUSES),
        ...enums,
      },
    },
  }
}
