import * as v from 'valibot'
import { AppError, ErrorEnvelope } from '../../../shared/errors.ts'

/** A refused request as the error that the proxy meant, or `bad_answer` when something else answered in its place. */
export const readError = async (response: Response): Promise<AppError> => {
  const body: unknown = await response.json().catch(() => undefined)
  const envelope = v.safeParse(ErrorEnvelope, body)
  if (!envelope.success)
    return new AppError(
      'bad_answer',
      `Something else than Maquette answered at the proxy's address (${response.status}).`,
    )
  const { code, message, details } = envelope.output.error
  return new AppError(code, message, details === undefined ? {} : { details })
}
