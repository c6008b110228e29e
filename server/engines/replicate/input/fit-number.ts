import type { InputField } from '../model/model-schema.ts'

/** The nearest value that an input takes: in its range, and whole where it must be. */
export const fitNumber = (
  { type, minimum, maximum }: Pick<InputField, 'type' | 'minimum' | 'maximum'>,
  value: number,
): number => {
  const whole = type === 'integer' ? Math.round(value) : value
  return Math.min(maximum ?? Infinity, Math.max(minimum ?? -Infinity, whole))
}
