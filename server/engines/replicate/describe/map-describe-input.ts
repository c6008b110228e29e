import type { DescriptionMode } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { InputField, ModelSchema } from '../model/model-schema.ts'

/** Names that models give to what they look at, to what they are asked, and to how much they may say. */
const IMAGE = ['image', 'input_image', 'img', 'image_input', 'images', 'input_images']
const QUESTION = ['prompt', 'text', 'instruction', 'query']
const LENGTH = ['max_tokens', 'max_new_tokens', 'max_completion_tokens', 'max_length']
/** Models with a list of tasks, and the one that describes, the most talkative first. */
const TASK = ['task_input', 'task']
const DESCRIBING = ['More Detailed Caption', 'Detailed Caption', 'image_captioning', 'Caption']

/** Enough for three sentences. */
const TOKENS = 200
const TEMPERATURE = 0.2

const QUESTIONS = {
  piece:
    'Describe this figurine in one or two sentences, for somebody who has to draw it: who it is, hair, face, clothes and their colours, what it holds, pose and view. Say nothing about style, material or background.',
  person:
    'Describe this person in one or two sentences, for somebody who has to draw them: gender and age, hair, beard, glasses, clothes and their colours, pose, what they hold. Name nobody, and say nothing about the background.',
} as const satisfies Record<DescriptionMode, string>

const firstOf = (schema: ModelSchema, names: readonly string[]) =>
  names
    .map((name) => [name, schema.inputs.get(name)] as const)
    .find((found): found is readonly [string, InputField] => found[1] !== undefined) ?? null

const within = ({ minimum, maximum }: InputField, wanted: number): number =>
  Math.min(maximum ?? wanted, Math.max(minimum ?? wanted, wanted))

const refuse = (): AppError =>
  new AppError(
    'invalid_request',
    'This model does not put pictures into words. Nothing was charged. Whoever runs the proxy can set another one.',
  )

/** Why a model cannot describe, as an error; or how it is asked, but for the picture itself. */
export const describingParts = (schema: ModelSchema) => {
  const image = firstOf(schema, IMAGE)
  if (schema.givesFiles || image === null) throw refuse()
  const [, { type }] = image
  if (type !== 'string' && type !== 'array') throw refuse()
  return { image: image[0], isList: type === 'array' }
}

/**
 * A model's input for one picture, by its own schema: names that it does not have are never sent. Throws AppError
 * `invalid_request` for a model that does not describe.
 */
export const mapDescribeInput = (
  schema: ModelSchema,
  { url, mode, hints }: { url: string; mode: DescriptionMode; hints: readonly string[] },
): Readonly<Record<string, unknown>> => {
  const { image, isList } = describingParts(schema)
  const input: Record<string, unknown> = { [image]: isList ? [url] : url }
  const task = firstOf(schema, TASK)
  const chosen = DESCRIBING.find((name) => task?.[1].values?.includes(name) === true)
  if (task !== null && chosen !== undefined) input[task[0]] = chosen
  const question = firstOf(schema, QUESTION)
  const known = hints.length === 0 ? '' : ` Written beside it: ${hints.join('; ')}.`
  if (question !== null) input[question[0]] = `${QUESTIONS[mode]}${known}`
  const length = firstOf(schema, LENGTH)
  if (length !== null) input[length[0]] = within(length[1], TOKENS)
  const temperature = schema.inputs.get('temperature')
  if (temperature !== undefined) input['temperature'] = within(temperature, TEMPERATURE)
  const missing = [...schema.inputs].filter(([name, { required }]) => required && !(name in input))
  if (missing.length > 0) throw refuse()
  return input
}
