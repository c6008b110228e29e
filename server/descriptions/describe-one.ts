import type { JobError } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import type { DescriptionId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { abortLater } from '../abort-later.ts'
import type { Clock } from '../clock.ts'
import { patientWrite } from '../jobs/patient-write.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import { cleanWords, composeText } from './compose-text.ts'
import type { DescribeOrder, Described, Describer } from './describer.ts'
import type { DescriptionProgress, DescriptionRecord } from './description-record.ts'
import type { DescriptionStore } from './description-store.ts'

/** Milliseconds in which an answer may still come when the proxy stops. */
const GRACE_MS = 5_000
/** The list of runs is searched from a little before. */
const HOUR = 3_600_000

const FREE = { usd: 0, estimate: false }
const NOT_FOUND =
  'Nobody answered when this picture was sent, and no description was found since. It may have been charged, and is not asked for again by itself. Look at replicate.com, then try again if you still want it.'
const NO_WORDS =
  'The model said nothing of use. It was charged for. Write the words yourself, or try again.'
const BROKEN = 'Something broke while describing. Try again.'

type Options = {
  readonly store: DescriptionStore
  /** Null where it is not set up now. */
  readonly find: (id: Describer['id']) => Describer | null
  readonly clock: Clock
  readonly log: Log
}

/** Takes a description from where it stands to its end, or until the proxy stops. */
export type DescribeOne = (id: DescriptionId, closing: AbortSignal) => Promise<void>

/** The other side may have heard us. */
const isLost = (error: unknown): boolean =>
  !(error instanceof AppError) || error.code === 'timeout' || error.code === 'interrupted'

const orderOf = ({ request: { file, mode, hints }, plan: { model } }: DescriptionRecord) =>
  ({ file, mode, hints, model }) satisfies DescribeOrder

export const createDescribeOne = ({ store, find, clock, log }: Options): DescribeOne => {
  const work = async (
    record: DescriptionRecord,
    describer: Describer,
    closing: AbortSignal,
  ): Promise<void> => {
    const { id, plan } = record
    const isFree = plan.price.usd === 0
    const isClosing = (): boolean => closing.aborted
    const write = (progress: DescriptionProgress) =>
      patientWrite(() => store.write(id, progress), { clock, signal: closing, onFull: () => {} })

    const fail = (cause: unknown, charged: JobError['charged']): Promise<void> => {
      const { code, message } =
        cause instanceof AppError ? cause : ({ code: 'internal', message: BROKEN } as const)
      log.warn({ code, error: describeError(cause) }, 'A description failed')
      const is = isFree ? 'no' : charged
      const cost = is === 'no' ? FREE : plan.price
      return write({ state: 'failed', error: { code, message, charged: is }, cost })
    }

    const recover = async (dispatchedAt: number): Promise<Json | null> => {
      const owned = store.handlesSince(dispatchedAt - HOUR, id)
      const handle = await describer.recover(
        { order: orderOf(record), dispatchedAt, owned },
        closing,
      )
      if (handle === null && !isClosing()) throw new AppError('interrupted', NOT_FOUND)
      return handle
    }

    const ask = async (): Promise<Json | null> => {
      await describer.ready(closing)
      if (isClosing()) return null
      const dispatchedAt = clock.now()
      await write({ state: 'starting', dispatchedAt })
      const late = abortLater(closing, GRACE_MS, clock)
      try {
        return await describer.start(orderOf(record), late.signal)
      } catch (error) {
        if (isClosing()) return null
        if (isLost(error) && !isFree) return await recover(dispatchedAt)
        throw error
      } finally {
        late.callOff()
      }
    }

    const begin = async (): Promise<Json | null> => {
      const { progress } = record
      if (progress.state === 'running') return progress.handle
      try {
        const wasAsked = progress.state === 'starting' && !isFree
        const handle = await (wasAsked ? recover(progress.dispatchedAt) : ask())
        if (handle !== null) await write({ state: 'running', handle })
        return handle
      } catch (error) {
        if (!isClosing()) await fail(error, isLost(error) ? 'maybe' : 'no')
        return null
      }
    }

    const end = (described: Described, handle: Json): Promise<void> => {
      const { cost } = described
      if (described.type === 'failed')
        return write({ state: 'failed', error: described.error, cost, handle })
      const words = cleanWords(described.words)
      if (words !== '')
        return write({ state: 'succeeded', text: composeText(plan.prefix, words), cost, handle })
      const error = {
        code: 'bad_answer',
        message: NO_WORDS,
        charged: isFree ? 'no' : 'yes',
      } as const
      return write({ state: 'failed', error, cost, handle })
    }

    const handle = await begin()
    if (handle === null) return
    try {
      const described = await describer.watch(handle, closing)
      if (described !== null) await end(described, handle)
    } catch (error) {
      if (!isClosing()) await fail(error, 'maybe')
    }
  }

  return async (id, closing) => {
    const record = store.get(id)
    const describer = find(record.plan.engine)
    // It waits until it is set up again: what runs there goes on.
    if (describer !== null) await work(record, describer, closing)
  }
}
