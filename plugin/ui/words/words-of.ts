import { AppError } from '../../../shared/errors.ts'

/** An error in words for her. Only an AppError's message was written for a person. */
export const wordsOf = (error: unknown): string =>
  error instanceof AppError
    ? error.message
    : 'Something went wrong in this panel. Finished pictures are safe with the proxy. Try again, or reopen the plugin.'
