import * as v from 'valibot'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

/** As much of the proxy's ErrorEnvelope as the panel uses. */
const Refusal = v.object({ error: v.object({ code: ErrorCode, message: v.string() }) })

/** A refused request as the error that the proxy meant, or `bad_answer` when something else answered in its place. */
export const readError = async (response: Response): Promise<AppError> => {
  const body: unknown = await response.json().catch(() => undefined)
  const refusal = v.safeParse(Refusal, body)
  if (!refusal.success)
    return new AppError(
      'bad_answer',
      `Something else than Maquette answered at the proxy's address (${response.status}).`,
    )
  return new AppError(refusal.output.error.code, refusal.output.error.message)
}
