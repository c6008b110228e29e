import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { HttpBindings } from '@hono/node-server'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Clock } from '../../../server/clock.ts'
import { systemClock } from '../../../server/clock.ts'
import { accountRoutes } from './account-routes.ts'
import type { Call, CallKind } from './call.ts'
import { createCatalogue } from './catalogue.ts'
import { createConditions } from './conditions.ts'
import { createScript } from './create-script.ts'
import { deliveryRoute } from './delivery-route.ts'
import { drawPlain } from './draw-plain.ts'
import { fileRoutes } from './file-routes.ts'
import { createFileStore } from './file-store.ts'
import type { LedgerEntry, UnknownInput } from './ledger.ts'
import { modelRoutes } from './model-routes.ts'
import type { FakeModel } from './models/model.ts'
import type { Draw } from './picture.ts'
import { predictionRoutes } from './prediction-routes.ts'
import { problems } from './problems.ts'
import { pushBounded } from './push-bounded.ts'
import type { RandomBytes } from './random-id.ts'
import { createRunStore } from './run-store.ts'
import type { Script } from './script.ts'
import { serveRoute } from './serve-route.ts'
import { trainingRoutes } from './training-routes.ts'
import type { Timing, World } from './world.ts'

export type FakeReplicateOptions = {
  /** The only token that it takes; `r8_fake` unless told. */
  readonly token?: string
  /** 0, any free port, unless told. */
  readonly port?: number
  /** One manual clock can drive the fake and the proxy in front of it. */
  readonly clock?: Clock
  readonly random?: RandomBytes
  /** How long runs take where the script says nothing: 20 ms in the queue and 200 ms of drawing. */
  readonly timing?: Timing
  readonly draw?: Draw
  /** Models beside its own, or in the place of one of the same name. */
  readonly models?: readonly FakeModel[]
}

export type FakeReplicate = {
  readonly token: string
  readonly script: Script
  /** Accepted runs, oldest first. */
  readonly ledger: readonly LedgerEntry[]
  /** Requests that reached it, oldest first. */
  readonly calls: readonly Call[]
  readonly unknownInputs: readonly UnknownInput[]
  /** Requests to what the real service does not have, or the fake does not. */
  readonly unmatched: readonly string[]
  /** How many requests of one kind, or of all kinds, reached it. */
  readonly count: (kind?: CallKind) => number
  /** Throws when anything unmatched or unknown was sent, or when the fake itself broke: for `afterEach`. */
  readonly expectClean: () => void
  readonly start: () => Promise<{ readonly url: string }>
  /** Closes every connection and timer. */
  readonly stop: () => Promise<void>
}

const ROUTES = [
  ...predictionRoutes,
  ...trainingRoutes,
  ...modelRoutes,
  ...fileRoutes,
  ...accountRoutes,
  deliveryRoute,
]

const UNMATCHED_LIMIT = 1000

/** A Replicate on this machine: real HTTP, its own models, and whatever a test wants to go wrong. */
export const createFakeReplicate = (options: FakeReplicateOptions = {}): FakeReplicate => {
  const clock = options.clock ?? systemClock
  const closing = new AbortController()
  const conditions = createConditions(clock.now)
  let url = ''
  const world: World = {
    token: options.token ?? 'r8_fake',
    clock,
    random: options.random ?? randomBytes,
    timing: options.timing ?? { startMs: 20, runMs: 200 },
    draw: options.draw ?? drawPlain,
    catalogue: createCatalogue(options.models ?? []),
    runs: createRunStore(),
    files: createFileStore(clock.now),
    conditions,
    ledger: [],
    unknownInputs: [],
    view: () => ({ now: clock.now(), url, retentionMs: conditions.retentionMs }),
    closing: closing.signal,
  }
  const calls: Call[] = []
  const unmatched: string[] = []
  const broken: Error[] = []

  const app = new Hono<{ Bindings: HttpBindings }>()
  for (const route of ROUTES)
    app.on(route.method, route.path, (context) => serveRoute(world, calls, route, context))
  app.notFound((context) => {
    const { pathname, search } = new URL(context.req.url)
    pushBounded(unmatched, `${context.req.method} ${pathname}${search}`, UNMATCHED_LIMIT)
    return problems.notFound()
  })
  app.onError((error, context) => {
    const { incoming } = context.env
    const hungUp = incoming.destroyed && !incoming.complete
    if (!hungUp) pushBounded(broken, error, UNMATCHED_LIMIT)
    return new Response('<h1>500</h1>', { status: 500, headers: { 'content-type': 'text/html' } })
  })
  const server = createAdaptorServer({ fetch: app.fetch })

  return {
    token: world.token,
    script: createScript(world),
    ledger: world.ledger,
    calls,
    unknownInputs: world.unknownInputs,
    unmatched,
    count: (kind) =>
      kind === undefined ? calls.length : calls.filter((call) => call.kind === kind).length,
    expectClean: () => {
      const [error] = broken
      if (error !== undefined) throw new Error('The fake Replicate broke', { cause: error })
      const unknown = world.unknownInputs.map(({ model, name }) => `input ${name} of ${model}`)
      const wrong = [...unmatched, ...unknown]
      if (wrong.length > 0) throw new Error(`Replicate does not know: ${wrong.join(', ')}`)
    },
    start: async () => {
      server.listen(options.port ?? 0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('No port to listen on')
      url = `http://127.0.0.1:${address.port}`
      return { url }
    },
    stop: async () => {
      closing.abort()
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}
