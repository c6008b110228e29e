import { lookup as lookUp } from 'node:dns/promises'
import * as v from 'valibot'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../clock.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { Log } from '../../log.ts'
import { createApi } from './api/create-api.ts'
import { isSuccess } from './api/outcome.ts'
import type { WirePrediction } from './api/wire.ts'
import { createModels } from './model/create-models.ts'
import { capabilitiesOf } from './model/capabilities-of.ts'
import { describeModel } from './model/describe-model.ts'
import { parseModelReference } from './model/model-reference.ts'
import type { ResolvedModel } from './model/resolved-model.ts'
import { modelKey } from './model/resolved-model.ts'
import { USUAL_CAPABILITIES } from './model/usual-capabilities.ts'
import { createFetchPicture } from './picture/fetch-picture.ts'
import type { PreparedRun } from './prepare-run.ts'
import { createPrepareRun, NO_MODEL } from './prepare-run.ts'
import type { MeasuredTimes } from './price/measured-times.ts'
import { createMeasuredTimes } from './price/measured-times.ts'
import { priceOf } from './price/price-of.ts'
import type { ReplicateEngine } from './replicate-engine.ts'
import { createEndRun } from './run/end-run.ts'
import { ReplicateHandle } from './run/handle.ts'
import { recoverRun } from './run/recover-run.ts'
import { createWatchRun } from './run/watch-run.ts'
import { createStartRun } from './start-run.ts'

const REPLICATE = 'https://api.replicate.com/v1'
const TIMEOUT_MS = 30_000
/** Its machines draw and ours only waits; so many runs can still be asked about every two seconds. */
const AT_ONCE = 100

const NOT_STOPPED =
  'Replicate did not confirm that the run was stopped. It may go on, and may be charged.'

export type ReplicateEngineOptions = {
  /** Goes to the API's origin and nowhere else; no log, error or handle holds it. */
  readonly token: string
  /** Where the API is; Replicate's own unless told. Any other origin is trusted to deliver pictures, too. */
  readonly baseUrl?: string
  /** Draws where a style has no model of its own, as `owner/name` or `owner/name:version`. */
  readonly model: string | null
  /** Where references are. */
  readonly files: Pick<FileStore, 'read'>
  readonly clock: Clock
  readonly log: Log
  readonly fetch?: typeof fetch
  /** From 0 to 1, for jitter. */
  readonly random?: () => number
  /** The addresses of a host. */
  readonly lookup?: (host: string) => Promise<readonly string[]>
  readonly measured?: MeasuredTimes
  /** Milliseconds until one request is given up; 30 s unless told. */
  readonly timeoutMs?: number
}

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookUp(host, { all: true })).map(({ address }) => address)

/** Pictures by models on Replicate: a trained LoRA, old or new, or a base model, each by its own schema. */
export const createReplicateEngine = (options: ReplicateEngineOptions): ReplicateEngine => {
  const { token, model: defaultModel, files, clock, log } = options
  const baseUrl = (options.baseUrl ?? REPLICATE).replace(/\/+$/, '')
  const { fetch = globalThis.fetch, random = Math.random, timeoutMs = TIMEOUT_MS } = options
  const measured = options.measured ?? createMeasuredTimes()
  const api = createApi({ token, baseUrl, fetch, timeoutMs, clock, random })
  const models = createModels(api, clock)
  const prepare = createPrepareRun({ models, files, defaultModel })
  const start = createStartRun({ api, models, prepare, log })
  const fetchPicture = createFetchPicture({
    fetch,
    apiUrl: new URL(baseUrl),
    apiIsPublic: baseUrl === REPLICATE,
    lookup: options.lookup ?? addressesOf,
    timeoutMs,
    clock,
    random,
  })
  const end = createEndRun({ fetchPicture, measured })
  const watch = createWatchRun({ api, end, clock, random })
  /** The default model, once its schema was read. */
  let drawing: ResolvedModel | null = null

  const handleOf = (
    { model, warnings }: PreparedRun,
    { id, created_at }: WirePrediction,
    format: ReplicateHandle['format'],
  ): ReplicateHandle => ({
    id,
    model: modelKey(model),
    createdAt: created_at,
    format,
    price: priceOf(model, measured),
    warnings: [...warnings],
  })

  return {
    id: 'replicate',
    label: 'Replicate',
    sample: false,
    remote: true,
    atOnce: AT_ONCE,
    get capabilities() {
      return drawing === null
        ? USUAL_CAPABILITIES
        : capabilitiesOf(drawing.schema, priceOf(drawing, measured))
    },
    model: (version) => version ?? defaultModel,
    ready: api.ready,
    trouble: api.trouble,

    start: async (picture, signal, say) => {
      const { prediction, ...prepared } = await start(picture, signal, say)
      return handleOf(prepared, prediction, picture.format)
    },

    watch: (handle, signal) => watch(v.parse(ReplicateHandle, handle), signal),

    cancel: async (handle) => {
      const { id } = v.parse(ReplicateHandle, handle)
      const outcome = await api.cancelPrediction(id, new AbortController().signal)
      if (!isSuccess(outcome)) throw new AppError('engine_unavailable', NOT_STOPPED)
    },

    describe: async (asked, signal) => {
      const name = asked ?? defaultModel
      if (name === null) throw new AppError('invalid_request', NO_MODEL)
      const reference = parseModelReference(name)
      const model = await models.resolve(reference, signal)
      const report = describeModel(reference, model, measured)
      if (name === defaultModel && report.problem === null) drawing = model
      return report
    },

    recover: async ({ picture, dispatchedAt, owned }, signal) => {
      const prepared = await prepare(picture, signal)
      const { model, input } = prepared
      const ids = owned.flatMap((handle) => (v.is(ReplicateHandle, handle) ? [handle.id] : []))
      const sought = {
        name: model.name,
        version: model.version,
        input,
        dispatchedAt,
        owned: new Set(ids),
      }
      const prediction = await recoverRun(sought, { api, clock }, signal)
      return prediction === null ? null : handleOf(prepared, prediction, picture.format)
    },
  }
}
