import * as v from 'valibot'
import { SIDE_LIMIT } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { FileId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../clock.ts'
import type { DescribeOrder, Describer } from '../../../descriptions/describer.ts'
import type { FileStore } from '../../../files/file-store.ts'
import { createApi } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { WirePrediction } from '../api/wire.ts'
import { refusalError } from '../errors/explain-refusal.ts'
import { createModels } from '../model/create-models.ts'
import { parseModelReference } from '../model/model-reference.ts'
import type { ResolvedModel } from '../model/resolved-model.ts'
import { modelKey } from '../model/resolved-model.ts'
import { encodeReference } from '../picture/encode-reference.ts'
import type { MeasuredTimes } from '../price/measured-times.ts'
import type { Price } from '../price/price-of.ts'
import { PER_SECOND } from '../price/price-table.ts'
import { recoverRun } from '../run/recover-run.ts'
import type { DescribeHandle } from './describe-handle.ts'
import { DescribeHandle as Handle } from './describe-handle.ts'
import { describingParts, mapDescribeInput } from './map-describe-input.ts'
import { readForWords } from './read-for-words.ts'
import { createWatchDescription } from './watch-description.ts'

const REPLICATE = 'https://api.replicate.com/v1'
const TIMEOUT_MS = 30_000

/**
 * Small, cheap, and takes a question of its own (replicate.md, section 3). Any model that takes a picture and gives text
 * does: the input is mapped by its schema.
 */
export const USUAL_DESCRIBER = 'lucataco/moondream2'

/** Until the first run is measured: a small model on the machine that most of them run on. */
const USUAL_SECONDS = 5
const USD_PER_SECOND = PER_SECOND.l40s.usd

const LOST =
  'Replicate did not answer, so the picture may have been described, and may have been charged.'

type Options = {
  readonly token: string
  readonly baseUrl?: string
  /** `owner/name` or `owner/name:version`. */
  readonly model?: string | null
  readonly files: Pick<FileStore, 'read'>
  readonly measured: MeasuredTimes
  readonly clock: Clock
  readonly fetch?: typeof fetch
  readonly random?: () => number
}

/** The request may have been accepted, and nobody said so. */
const isLost = (outcome: Outcome): boolean =>
  outcome.type === 'silence'
    ? outcome.sent
    : outcome.status >= 500 || outcome.status === 408 || isSuccess(outcome)

/** Words by a model on Replicate that looks at pictures. */
export const createReplicateDescriber = (options: Options): Describer => {
  const { token, files, measured, clock, fetch = globalThis.fetch, random = Math.random } = options
  const baseUrl = (options.baseUrl ?? REPLICATE).replace(/\/+$/, '')
  const name = options.model ?? USUAL_DESCRIBER
  const api = createApi({ token, baseUrl, fetch, timeoutMs: TIMEOUT_MS, clock, random })
  const models = createModels(api, clock)
  const watch = createWatchDescription({ api, measured, clock, random })
  /** What it is called by a name that always means this one, once that was asked. */
  let key: string | null = null

  const priceOf = (of: string | null): Price => {
    const seconds = (of === null ? null : measured.usual(of)) ?? USUAL_SECONDS
    return { usd: seconds * USD_PER_SECOND, estimate: true, seconds, perSecond: USD_PER_SECOND }
  }
  const costOf = ({ usd, estimate }: Price) => ({ usd, estimate })

  const resolveModel = async (of: string, signal: AbortSignal): Promise<ResolvedModel> => {
    const model = await models.resolve(parseModelReference(of), signal)
    describingParts(model.schema)
    return model
  }

  const urlOf = async (file: FileId): Promise<string> =>
    encodeReference(await readForWords(files, file, SIDE_LIMIT))

  const prepare = async ({ file, mode, hints, model: of }: DescribeOrder, signal: AbortSignal) => {
    const model = await resolveModel(of ?? name, signal)
    return { model, input: mapDescribeInput(model.schema, { url: await urlOf(file), mode, hints }) }
  }

  const handleOf = (model: ResolvedModel, { id }: WirePrediction): DescribeHandle => ({
    id,
    model: modelKey(model),
    price: priceOf(modelKey(model)),
  })

  return {
    id: 'replicate',
    label: 'Replicate',
    destination: 'Replicate',
    model: name,
    price: () => costOf(priceOf(key)),
    resolve: async (signal) => {
      const model = await resolveModel(name, signal)
      key = modelKey(model)
      return { model: key, price: costOf(priceOf(key)) }
    },
    trouble: api.trouble,
    ready: api.ready,
    start: async (order, signal) => {
      const { model, input } = await prepare(order, signal)
      const outcome = await api.createPrediction({ target: model.target, input }, signal)
      const answer = isSuccess(outcome) ? v.safeParse(WirePrediction, outcome.body) : null
      if (answer?.success === true) return handleOf(model, answer.output)
      throw isLost(outcome) ? new AppError('timeout', LOST) : refusalError(outcome)
    },
    watch: (handle, signal) => watch(v.parse(Handle, handle), signal),
    recover: async ({ order, dispatchedAt, owned }, signal) => {
      const { model, input } = await prepare(order, signal)
      const ids = owned.flatMap((handle) => (v.is(Handle, handle) ? [handle.id] : []))
      const sought = {
        name: model.name,
        version: model.version,
        input,
        dispatchedAt,
        owned: new Set(ids),
      }
      const prediction = await recoverRun(sought, { api, clock }, signal)
      return prediction === null ? null : handleOf(model, prediction)
    },
  }
}
