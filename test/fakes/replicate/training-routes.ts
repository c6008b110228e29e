import { acceptRun } from './accept-run.ts'
import { isJsonObject } from './json-object.ts'
import { listRuns } from './list-runs.ts'
import { planTraining } from './plan-training.ts'
import { problems } from './problems.ts'
import { randomId } from './random-id.ts'
import type { RequestContext, Route } from './route.ts'
import { part, readBody } from './route.ts'
import type { Run } from './run.ts'
import { runState } from './run-state.ts'
import { BODIES, validateBody } from './validate-body.ts'
import { validateInput } from './validate-input.ts'
import { viewTraining } from './view-run.ts'
import type { World } from './world.ts'

const create = async (world: World, context: RequestContext): Promise<Response> => {
  const body = await readBody(context)
  if (!isJsonObject(body)) return problems.notJson()
  const invalid = validateBody(BODIES.training, body)
  if (invalid.length > 0) return problems.invalid(invalid)
  const [owner = '', name = ''] = String(body['destination']).split('/')
  if (world.catalogue.model(owner, name) === null) return problems.noDestination()
  const at = `${part(context, 'owner')}/${part(context, 'name')}:${part(context, 'version')}`
  const found = world.catalogue.resolve(at)
  const fields = found?.version.training
  if (found === null || fields === null || fields === undefined) return problems.notFound()
  const input = isJsonObject(body['input']) ? body['input'] : {}
  const wrong = validateInput(fields, input)
  if (wrong.length > 0) return problems.invalid(wrong)
  if (world.conditions.credit === 'none') return problems.noCredit()
  if (world.conditions.credit === 'spend-limit') return problems.spendLimit()

  const id = randomId(world.random)
  const plan = await planTraining(world, { owner, name }, id, input)
  const run = acceptRun(world, {
    kind: 'training',
    id,
    found,
    fields,
    input,
    plan,
    cancelAfter: null,
  })
  return Response.json(viewTraining(run, world.view(), 'predictions'), { status: 201 })
}

const byId = (world: World, context: RequestContext, found: (run: Run) => Response): Response => {
  const run = world.runs.get('training', part(context, 'id'))
  return run === null ? problems.notFound() : found(run)
}

export const trainingRoutes: readonly Route[] = [
  {
    kind: 'createTraining',
    method: 'POST',
    path: '/v1/models/:owner/:name/versions/:version/trainings',
    handle: create,
  },
  {
    kind: 'listTrainings',
    method: 'GET',
    path: '/v1/trainings',
    handle: (world, context) =>
      listRuns(world, 'training', context, (run) => viewTraining(run, world.view())),
  },
  {
    kind: 'getTraining',
    method: 'GET',
    path: '/v1/trainings/:id',
    handle: (world, context) =>
      byId(world, context, (run) => Response.json(viewTraining(run, world.view()))),
  },
  {
    kind: 'cancelTraining',
    method: 'POST',
    path: '/v1/trainings/:id/cancel',
    handle: (world, context) =>
      byId(world, context, (run) => {
        const now = world.clock.now()
        if (!('endedAt' in runState(run, now))) run.canceledAt = now
        return Response.json(viewTraining(run, world.view()))
      }),
  },
]
