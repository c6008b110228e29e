import { AppError } from '../shared/errors.ts'
import { contentType, unsupportedType } from './content-type.ts'
import { readBody } from './read-body.ts'

/** The largest JSON body in bytes, as a rule. */
const JSON_LIMIT = 64 * 1024

/** A request's JSON. Throws AppError `payload_too_large`, `unsupported_media_type` or `invalid_request`. */
export const readJson = async (request: Request, limit = JSON_LIMIT): Promise<unknown> => {
  const bytes = await readBody(request, limit)
  if (contentType(request) !== 'application/json') throw unsupportedType('application/json')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // The parser's message quotes the body, so it goes no further.
    throw new AppError('invalid_request', 'The body is not JSON.')
  }
}
