import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import type { StyleId } from '../../../../shared/ids.ts'
import type { Api } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { refusalError } from '../errors/explain-refusal.ts'

const Account = v.object({ username: v.string() })
const Model = v.object({ description: v.nullish(v.string()) })

/** By this we know our own models again, whichever proxy made them. */
const describe = (style: StyleId): string => `Versions of the style "${style}", trained by Maquette`

const NOT_ALLOWED =
  'The Replicate account may not make a model for the training to go into. Nothing was charged. Use the token of a person or an organization that may, or make a private model on replicate.com and ask whoever runs the proxy for help.'

const isStatus = (outcome: Outcome, ...statuses: number[]): boolean =>
  outcome.type === 'answer' && statuses.includes(outcome.status)

const taken = (model: string): AppError =>
  new AppError(
    'conflict',
    `Your Replicate account has a model ${model} already, and Maquette did not make it. Nothing was started or charged. Give the training another model to go into, or rename that one on replicate.com.`,
    { details: { setting: 'destination', model } },
  )

/**
 * The private model that the versions of a style go into, `owner/name`; made the first time. Making it costs nothing, so
 * where an answer got lost it is looked at again. Throws AppError.
 */
export const createPrepareDestination =
  (api: Pick<Api, 'getAccount' | 'getModel' | 'createModel'>) =>
  async (style: StyleId, wanted: string | undefined, signal: AbortSignal): Promise<string> => {
    const account = await api.getAccount(signal)
    const owner = isSuccess(account) ? v.safeParse(Account, account.body) : null
    if (owner?.success !== true) throw refusalError(account)
    const { username } = owner.output
    const name = wanted ?? `maquette-${style}`
    const model = `${username}/${name}`

    /** Whether it is there and ours. */
    const find = async (): Promise<boolean> => {
      const outcome = await api.getModel(username, name, signal)
      if (isStatus(outcome, 404)) return false
      const found = isSuccess(outcome) ? v.safeParse(Model, outcome.body) : null
      if (found?.success !== true) throw refusalError(outcome)
      // A name that she chose herself may be a model that she made herself.
      if (wanted === undefined && found.output.description !== describe(style)) throw taken(model)
      return true
    }

    if (await find()) return model
    const made = await api.createModel(username, name, describe(style), signal)
    if (isSuccess(made)) return model
    if (isStatus(made, 409)) {
      if (await find()) return model
      throw taken(model)
    }
    if (isStatus(made, 402, 403, 404, 422)) throw new AppError('bad_token', NOT_ALLOWED)
    if (await find()) return model
    throw refusalError(made)
  }
