import { acceptRun } from './accept-run.ts'
import type { Found } from './catalogue.ts'
import type { InvalidField } from './invalid-field.ts'
import { isJsonObject } from './json-object.ts'
import { listRuns } from './list-runs.ts'
import { parseDuration } from './parse-duration.ts'
import { planPrediction } from './plan-prediction.ts'
import { problems } from './problems.ts'
import { randomId } from './random-id.ts'
import type { RequestContext, Route } from './route.ts'
import { part, readBody } from './route.ts'
import type { Run } from './run.ts'
import { runState } from './run-state.ts'
import { BODIES, validateBody } from './validate-body.ts'
import { validateInput } from './validate-input.ts'
import { viewPrediction } from './view-run.ts'
import { waitForOutput, waitSeconds } from './wait-for-output.ts'
import type { World } from './world.ts'

const SHORTEST_DEADLINE_MS = 5000

const answer = (world: World, run: Run, status = 200, headers: Record<string, string> = {}) =>
  Response.json(viewPrediction(run, world.view()), { status, headers })

const create = async (
  world: World,
  context: RequestContext,
  invalidBody: (body: Record<string, unknown>) => InvalidField[],
  resolve: (body: Record<string, unknown>) => Found | Response,
): Promise<Response> => {
  const body = await readBody(context)
  if (!isJsonObject(body)) return problems.notJson()
  const invalid = invalidBody(body)
  if (invalid.length > 0) return problems.invalid(invalid)
  const found = resolve(body)
  if (found instanceof Response) return found
  if (found.version.disabled) return problems.versionDisabled()
  const input = isJsonObject(body['input']) ? body['input'] : {}
  const wrong = validateInput(found.version.fields, input)
  if (wrong.length > 0) return problems.invalid(wrong)
  const deadline = context.req.header('cancel-after')
  const cancelAfter = deadline === undefined ? null : parseDuration(deadline)
  if (deadline !== undefined && (cancelAfter === null || cancelAfter < SHORTEST_DEADLINE_MS))
    return problems.badHeader('Cancel-After must be a duration of at least 5 seconds')
  if (world.conditions.credit === 'none') return problems.noCredit()
  if (world.conditions.credit === 'spend-limit') return problems.spendLimit()

  const id = randomId(world.random)
  const plan = await planPrediction(world, found, id, input)
  const { fields } = found.version
  const run = acceptRun(world, { kind: 'prediction', id, found, fields, input, plan, cancelAfter })
  const seconds = waitSeconds(context.req.header('prefer'))
  if (seconds === null) return answer(world, run, 201)
  const complete = await waitForOutput(world, run, seconds * 1000)
  return answer(world, run, complete ? 201 : 202, {
    'preference-applied': `wait=${seconds}`,
    location: viewPrediction(run, world.view()).urls.get,
  })
}

const byId = (world: World, context: RequestContext, found: (run: Run) => Response): Response => {
  const run = world.runs.get('prediction', part(context, 'id'))
  return run === null ? problems.notFound() : found(run)
}

export const predictionRoutes: readonly Route[] = [
  {
    kind: 'createPrediction',
    method: 'POST',
    path: '/v1/predictions',
    handle: (world, context) =>
      create(
        world,
        context,
        (body) => validateBody(BODIES.version, body),
        (body) => world.catalogue.resolve(String(body['version'])) ?? problems.noVersion(),
      ),
  },
  {
    kind: 'createPrediction',
    method: 'POST',
    path: '/v1/models/:owner/:name/predictions',
    handle: (world, context) =>
      create(
        world,
        context,
        (body) => validateBody(BODIES.model, body),
        () =>
          world.catalogue.resolve(`${part(context, 'owner')}/${part(context, 'name')}`) ??
          problems.notFound(),
      ),
  },
  {
    kind: 'listPredictions',
    method: 'GET',
    path: '/v1/predictions',
    handle: (world, context) =>
      // Lists leave the logs out.
      listRuns(world, 'prediction', context, (run) => ({
        ...viewPrediction(run, world.view()),
        logs: undefined,
      })),
  },
  {
    kind: 'getPrediction',
    method: 'GET',
    path: '/v1/predictions/:id',
    handle: (world, context) => byId(world, context, (run) => answer(world, run)),
  },
  {
    kind: 'cancelPrediction',
    method: 'POST',
    path: '/v1/predictions/:id/cancel',
    handle: (world, context) =>
      byId(world, context, (run) => {
        const now = world.clock.now()
        // One that has ended stays as it ended.
        if (!('endedAt' in runState(run, now))) run.canceledAt = now
        return answer(world, run)
      }),
  },
]
