import { AppError } from '../shared/errors.ts'

/** A request's content type in lower case, without parameters. */
export const contentType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export const unsupportedType = (expected: string): AppError =>
  new AppError('unsupported_media_type', `Send this as ${expected}.`)
