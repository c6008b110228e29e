import type { TrainerSetting } from '../../../../shared/contract/index.ts'
import type { InputField, ModelSchema } from '../model/model-schema.ts'
import type { Named } from '../model/field-names.ts'
import { findField } from '../model/field-names.ts'
import type { PresetSetting, TrainerPreset } from './preset.ts'

/** The tighter of two limits, where there are any. */
const limit = (
  pick: (...limits: number[]) => number,
  a: number | null,
  b: number | undefined,
): number | null => {
  const limits = [a, b].filter((one) => one != null)
  return limits.length === 0 ? null : pick(...limits)
}

const typeOf = ({ type }: InputField, values: TrainerSetting['values']): TrainerSetting['type'] => {
  if (values !== null) return 'choice'
  if (type === 'integer' || type === 'number') return type
  return type === 'boolean' ? 'switch' : 'text'
}

/** A setting of a preset as one version of its trainer has it. */
export type KnownSetting = { readonly setting: TrainerSetting; readonly input: string }

const known = (setting: PresetSetting, { name: input, field }: Named): KnownSetting => {
  const { name, label, value, hint } = setting
  const values = field.values === null ? (setting.values ?? null) : [...field.values]
  return {
    input,
    setting: {
      name,
      label,
      type: typeOf(field, values),
      value,
      minimum: limit(Math.max, field.minimum, setting.minimum),
      maximum: limit(Math.min, field.maximum, setting.maximum),
      values,
      hint,
    },
  }
}

/** The settings that a version has; those that it does not are left out. */
export const knownSettings = (preset: TrainerPreset, schema: ModelSchema): KnownSetting[] =>
  preset.settings.flatMap((setting) => {
    const found = findField(schema, setting.inputs)
    return found === null ? [] : [known(setting, found)]
  })

/** The settings before a version was read. */
export const usualSettings = ({ settings }: TrainerPreset): TrainerSetting[] =>
  settings.map(({ name, label, value, minimum, maximum, values, hint }) => ({
    name,
    label,
    type:
      values !== undefined
        ? 'choice'
        : typeof value === 'number'
          ? 'number'
          : typeof value === 'boolean'
            ? 'switch'
            : 'text',
    value,
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    values: values ?? null,
    hint,
  }))
