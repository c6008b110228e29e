import type { ModelView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { ModelEngine } from './runs-models.ts'

/** Milliseconds; less than a panel waits for any answer. */
const PATIENCE = 15_000

/** `describe` in the time that a person waits. Throws AppError. */
export const askAboutModel = async (
  { label, describe }: ModelEngine,
  model: string | null,
  signal: AbortSignal,
): Promise<ModelView> => {
  const late = AbortSignal.timeout(PATIENCE)
  try {
    return await describe(model, AbortSignal.any([signal, late]))
  } catch (error) {
    if (!late.aborted) throw error
    throw new AppError(
      'engine_unavailable',
      `${label} does not answer. Nothing was started or charged. Try again in a few minutes.`,
      { cause: error },
    )
  }
}
