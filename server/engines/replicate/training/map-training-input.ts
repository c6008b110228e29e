import { AppError } from '../../../../shared/errors.ts'
import type { TrainerValue } from '../../../../shared/training-request.ts'
import { findField } from '../model/field-names.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import type { TrainerPreset } from './preset.ts'
import type { KnownSetting } from './trainer-settings.ts'
import { knownSettings } from './trainer-settings.ts'

export type TrainingInput = {
  /** By the trainer's own names, without the pieces. */
  readonly input: Readonly<Record<string, TrainerValue>>
  /** What it calls the ZIP of the pieces. */
  readonly archive: string
  readonly steps: number
}

type Wanted = {
  readonly settings: Readonly<Record<string, TrainerValue>>
  /** Of the style; empty: none. */
  readonly trigger: string
}

const refuse = (message: string, setting?: string): AppError =>
  new AppError('invalid_request', `${message} Nothing was started or charged.`, {
    ...(setting !== undefined && { details: { setting } }),
  })

const checked = ({ setting }: KnownSetting, wanted: Wanted['settings']): TrainerValue => {
  const { name, label, type, minimum, maximum, values, value: usual } = setting
  const value = wanted[name] ?? usual
  if (values !== null) {
    if (values.some((one) => one === value)) return value
    throw refuse(`${label} is one of ${values.join(', ')}.`, name)
  }
  if (type === 'integer' || type === 'number') {
    const fits = typeof value === 'number' && (type === 'number' || Number.isInteger(value))
    if (fits && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)) return value
    const whole = type === 'integer' ? 'a whole number' : 'a number'
    throw refuse(
      minimum !== null && maximum !== null
        ? `${label} is ${whole} from ${minimum} to ${maximum}.`
        : `${label} is ${whole} that the trainer takes.`,
      name,
    )
  }
  if (typeof value === (type === 'switch' ? 'boolean' : 'string')) return value
  throw refuse(`${label} is ${type === 'switch' ? 'on or off' : 'a text'}.`, name)
}

/**
 * A training as the input of one version of its trainer: only names that its schema has, every value within the
 * schema's limits. Throws AppError `invalid_request`.
 */
export const mapTrainingInput = (
  preset: TrainerPreset,
  schema: ModelSchema,
  { settings, trigger }: Wanted,
): TrainingInput => {
  const known = knownSettings(preset, schema)
  const strange = Object.keys(settings).find(
    (name) => !known.some(({ setting }) => setting.name === name),
  )
  if (strange !== undefined) throw refuse(`This trainer has no setting “${strange}”.`, strange)
  const archive = findField(schema, preset.archive)
  if (archive === null) throw refuse('This version of the trainer takes no pieces.')
  const word = findField(schema, preset.trigger)
  const fixed = Object.entries(preset.fixed).filter(([name]) => schema.inputs.has(name))
  const values = known.map((one) => [one.input, checked(one, settings)] as const)
  const steps = known.find(({ setting }) => setting.name === preset.steps)
  return {
    input: {
      ...Object.fromEntries(fixed),
      ...(word !== null && trigger !== '' && { [word.name]: trigger }),
      ...Object.fromEntries(values),
    },
    archive: archive.name,
    steps: Number(steps === undefined ? 0 : checked(steps, settings)),
  }
}
