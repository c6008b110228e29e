import type { ModelView } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { AppError } from '../../../shared/errors.ts'
import { wordsOf } from '../words/words-of.ts'

/** A model that the proxy was asked about. */
export type AskedModel =
  | { readonly state: 'asking' }
  | { readonly state: 'known'; readonly model: ModelView }
  /** `words` say why for her; `code` is null where the panel itself is at fault. */
  | { readonly state: 'failed'; readonly code: ErrorCode | null; readonly words: string }

export const failedQuestion = (error: unknown): AskedModel => ({
  state: 'failed',
  code: error instanceof AppError ? error.code : null,
  words: wordsOf(error),
})
