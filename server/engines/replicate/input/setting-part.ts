import type { InputField, ModelSchema } from '../model/model-schema.ts'
import { findField } from '../model/field-names.ts'
import { fitNumber } from './fit-number.ts'
import type { Part } from './part.ts'

const rangeOf = ({ minimum, maximum }: InputField): string =>
  minimum !== null && maximum !== null
    ? `${minimum} to ${maximum}`
    : maximum !== null
      ? `at most ${maximum}`
      : minimum !== null
        ? `at least ${minimum}`
        : 'whole numbers'

/** A number that she set, under the model's own name for it. `label` names it in warnings. */
export const settingPart = (
  schema: ModelSchema,
  names: readonly string[],
  label: string,
  value: number,
): Part => {
  const found = findField(schema, names)
  if (found === null)
    return { input: {}, warnings: [`This model has no ${label}, so yours was left out.`] }
  const fitted = fitNumber(found.field, value)
  const warning = `This model takes ${rangeOf(found.field)} for ${label}: drawn with ${fitted} instead of ${value}.`
  return { input: { [found.name]: fitted }, warnings: fitted === value ? [] : [warning] }
}
