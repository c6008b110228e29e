import type { ErrorCode } from '../../../shared/errors.ts'
import type { AskedModel } from './asked-model.ts'

/** Failures that say something about the model itself, not about the way to it. */
const CERTAIN: readonly (ErrorCode | null)[] = ['model_not_found', 'version_gone']

/** Why a model is known not to draw drafts, in words; null where it does, and where nobody could say. */
export const whyUnusable = (asked: AskedModel | null): string | null => {
  if (asked?.state === 'known') return asked.model.problem
  return asked?.state === 'failed' && CERTAIN.includes(asked.code) ? asked.words : null
}
