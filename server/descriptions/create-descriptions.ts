import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import type {
  DescriberId,
  DescriberView,
  DescriptionRequest,
  DescriptionView,
} from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { DescriptionId } from '../../shared/ids.ts'
import type { RandomBytes } from '../../shared/random-id.ts'
import { randomId } from '../../shared/random-id.ts'
import type { Clock } from '../clock.ts'
import { createSlots } from '../create-slots.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import { prefixOf } from './compose-text.ts'
import { createDescribeOne } from './describe-one.ts'
import type { Describer } from './describer.ts'
import type { DescriptionRecord } from './description-record.ts'
import type { DescriptionStore } from './description-store.ts'

type Options = {
  readonly store: DescriptionStore
  /** The first one describes pieces where nobody names another; one of them is `offline`. */
  readonly describers: readonly [Describer, ...Describer[]]
  readonly styles: Pick<Styles, 'find'>
  readonly files: Pick<FileStore, 'has'>
  readonly room: Pick<Room, 'require'>
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly log: Log
  /** Aborts when the proxy stops. */
  readonly closing: AbortSignal
}

export type Descriptions = {
  list: () => DescriberView[]
  /** Throws AppError; nothing was stored, started or charged then. */
  create: (request: DescriptionRequest, pressedBy: string) => Promise<DescriptionView>
  /** Throws AppError `not_found`. */
  get: (id: DescriptionId) => DescriptionView
  /** Takes up what an earlier proxy left. */
  resume: () => void
  /** Resolves when nothing works any more; what runs elsewhere goes on there. */
  stop: () => Promise<void>
}

/** Pictures that are described at the same time. */
const AT_ONCE = 4

const toView = ({ id, createdAt, request, plan, progress }: DescriptionRecord): DescriptionView => {
  const common = {
    id,
    file: request.file,
    style: request.style,
    mode: request.mode,
    engine: plan.engine,
    model: plan.model,
    createdAt: new Date(createdAt).toISOString(),
  }
  switch (progress.state) {
    case 'queued':
      return { ...common, state: 'queued', price: plan.price }
    case 'starting':
    case 'running':
      return { ...common, state: 'running', price: plan.price }
    case 'succeeded':
      return { ...common, state: 'succeeded', text: progress.text, cost: progress.cost }
    case 'failed':
      return { ...common, state: 'failed', error: progress.error, cost: progress.cost }
  }
}

/** Pictures in words, by whichever describer. */
export const createDescriptions = (options: Options): Descriptions => {
  const { store, describers, styles, files, room, clock, randomBytes, log, closing } = options
  const find = (id: DescriberId): Describer | null =>
    describers.find((describer) => describer.id === id) ?? null
  const describeOne = createDescribeOne({ store, find, clock, log })
  const slots = createSlots(AT_ONCE)
  const running = new Map<DescriptionId, Promise<void>>()

  const work = async (id: DescriptionId): Promise<void> => {
    const give = await slots.take()
    try {
      if (!closing.aborted) await describeOne(id, closing)
    } catch (error) {
      if (!closing.aborted) log.error({ error: describeError(error) }, 'A description broke')
    } finally {
      give()
      running.delete(id)
    }
  }
  const run = (id: DescriptionId): void => {
    if (closing.aborted || running.has(id)) return
    // Not before it is in the map: what ends at once takes itself out again.
    running.set(
      id,
      Promise.resolve().then(() => work(id)),
    )
  }

  const choose = ({ engine, mode }: DescriptionRequest): Describer => {
    // A photo of somebody leaves this machine only when the request says so.
    const asked = engine ?? (mode === 'person' ? 'offline' : describers[0].id)
    const describer = find(asked)
    if (describer !== null) return describer
    throw new AppError(
      'engine_unavailable',
      'This describer is not set up on the proxy. Nothing was sent or charged. Let it be described on the proxy itself.',
    )
  }

  const same = (request: DescriptionRequest, id: DescriptionId): DescriptionRecord | null => {
    const old = store.find(id)
    if (old === null || isDeepStrictEqual({ ...old.request, id }, { ...request, id })) return old
    throw new AppError('conflict', 'There is another description with this id.')
  }

  return {
    list: () =>
      describers.map(({ id, label, destination, model, price, trouble }) => ({
        id,
        label,
        destination,
        model,
        price: price(),
        trouble: trouble(),
      })),
    create: async (request, pressedBy) => {
      const id = request.id ?? v.parse(DescriptionId, randomId('text', randomBytes))
      const old = same(request, id)
      if (old !== null) return toView(old)
      const describer = choose(request)
      const style = styles.find(request.style)
      if (style === null)
        throw new AppError('not_found', 'This style is not there any more. Choose another one.')
      if (!(await files.has(request.file)))
        throw new AppError('not_found', 'The proxy does not have this picture. Send it first.')
      await room.require()
      const { model, price } = await describer.resolve(closing)
      const prefix = request.mode === 'piece' ? prefixOf(style) : ''
      // Somebody may have sent the same meanwhile.
      if (same(request, id) === null)
        store.insert(
          { id, request, plan: { engine: describer.id, model, price, prefix }, pressedBy },
          clock.now(),
        )
      run(id)
      return toView(store.get(id))
    },
    get: (id) => toView(store.get(id)),
    resume: () => {
      for (const { id } of store.unfinished()) run(id)
    },
    stop: async () => {
      await Promise.all(running.values())
    },
  }
}
