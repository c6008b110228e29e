import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Call } from './call.ts'
import { problems } from './problems.ts'
import { pushBounded } from './push-bounded.ts'
import type { RequestContext, Route } from './route.ts'
import type { Fault } from './script.ts'
import { sleep } from './sleep.ts'
import { spoilPicture } from './spoil-picture.ts'
import type { World } from './world.ts'

const CALL_LIMIT = 50_000

const reset = (context: RequestContext): Response => {
  context.env.incoming.socket.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

/** Says nothing until the other side, or the end of the fake, closes the connection. */
const hang = async (context: RequestContext): Promise<Response> => {
  const { socket } = context.env.incoming
  // `once` of events would throw what breaks the connection, which is an end like any other.
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  return RESPONSE_ALREADY_SENT
}

const cut = async (context: RequestContext, response: Response): Promise<Response> => {
  const bytes = Buffer.from(await response.arrayBuffer())
  const { outgoing } = context.env
  outgoing.writeHead(response.status, {
    'content-type': response.headers.get('content-type') ?? 'application/octet-stream',
    'content-length': bytes.length,
  })
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.socket?.destroy())
  return RESPONSE_ALREADY_SENT
}

const reply = ({ status, body, headers }: Extract<Fault, { status: number }>): Response => {
  const isText = typeof body === 'string'
  const type = isText
    ? 'text/html; charset=utf-8'
    : status >= 400
      ? 'application/problem+json'
      : 'application/json'
  return new Response(body === undefined ? null : isText ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type, ...headers },
  })
}

/** The token, then the rate, then the route: the order in which Replicate refuses. */
const answer = async (world: World, route: Route, context: RequestContext): Promise<Response> => {
  if (route.open === true) return route.handle(world, context)
  const { createLimit, otherLimit, lowCredit } = world.conditions
  const creates = route.kind === 'createPrediction'
  const authorized = context.req.header('authorization') === `Bearer ${world.token}`
  const allowance = (creates ? createLimit : otherLimit).take()
  const response = !authorized
    ? problems.unauthenticated()
    : !allowance.allowed
      ? problems.throttled(allowance.reset, creates && lowCredit)
      : await route.handle(world, context)
  response.headers.set('ratelimit-remaining', String(allowance.remaining))
  response.headers.set('ratelimit-reset', String(allowance.reset))
  return response
}

/** Answers one request, unless the script has something else in mind for it. */
export const serveRoute = async (
  world: World,
  calls: Call[],
  route: Route,
  context: RequestContext,
): Promise<Response> => {
  const { pathname, search } = new URL(context.req.url)
  const call: Call = {
    kind: route.kind,
    method: context.req.method,
    path: `${pathname}${search}`,
    at: world.clock.now(),
    status: null,
  }
  pushBounded(calls, call, CALL_LIMIT)
  const rule = world.conditions.rules.take(
    ({ on, match }) => (on === 'any' || on === route.kind) && (match?.(call) ?? true),
  )
  const fault = rule?.respond
  if (fault === 'reset-before') return reset(context)
  if (fault === 'hang') return hang(context)
  if (typeof fault === 'object' && 'status' in fault) {
    call.status = fault.status
    return reply(fault)
  }
  if (typeof fault === 'object' && 'delayMs' in fault)
    await sleep(world.clock, fault.delayMs, world.closing)

  const response = await answer(world, route, context)
  if (fault === 'reset-after-accept') return reset(context)
  if (fault === 'hang-after-accept') return hang(context)
  call.status = response.status
  if (fault === undefined || (typeof fault === 'object' && 'delayMs' in fault)) return response
  if (fault === 'cut') return cut(context, response)
  return response.ok ? spoilPicture(response, fault, world.clock, world.closing) : response
}
