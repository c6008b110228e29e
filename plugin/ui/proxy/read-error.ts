import * as v from 'valibot'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

/** As much of the proxy's ErrorEnvelope as the panel uses. */
const Refusal = v.object({
  error: v.object({
    code: ErrorCode,
    message: v.string(),
    details: v.optional(v.object({ setting: v.optional(v.unknown()) })),
  }),
})

/** A refused request as the error that the proxy meant, or `bad_answer` when something else answered in its place. */
export const readError = async (response: Response): Promise<AppError> => {
  const body: unknown = await response.json().catch(() => undefined)
  const refusal = v.safeParse(Refusal, body)
  if (!refusal.success)
    return new AppError(
      'bad_answer',
      `Something else than Maquette answered at the proxy's address (${response.status}).`,
    )
  const { code, message, details } = refusal.output.error
  return new AppError(code, message, details && { details })
}
