import type { Found } from './catalogue.ts'
import type { JsonObject } from './json-object.ts'
import { canonicalInput } from './ledger.ts'
import type { Fields } from './models/field.ts'
import { pushBounded } from './push-bounded.ts'
import type { Run, RunPlan } from './run.ts'
import type { World } from './world.ts'

const LEDGER_LIMIT = 20_000

export type Accepted = {
  readonly kind: Run['kind']
  readonly id: string
  readonly found: Found
  readonly fields: Fields
  readonly input: JsonObject
  readonly plan: RunPlan
  /** Milliseconds after its creation; null without a deadline. */
  readonly cancelAfter: number | null
}

/** From here on a run is paid: it is in the ledger, and its unknown inputs are noted. */
export const acceptRun = (world: World, accepted: Accepted): Run => {
  const { kind, id, found, fields, input, plan, cancelAfter } = accepted
  const model = `${found.model.owner}/${found.model.name}`
  const createdAt = world.clock.now()
  const run: Run = {
    id,
    kind,
    model,
    version: found.model.official ? 'hidden' : found.version.id,
    input,
    createdAt,
    deadline: cancelAfter === null ? null : createdAt + cancelAfter,
    plan,
    canceledAt: null,
    dataRemoved: false,
    published: false,
  }
  world.runs.add(run)
  pushBounded(
    world.ledger,
    {
      kind,
      id,
      model,
      version: found.version.id,
      input: canonicalInput(input),
      createdAt: new Date(createdAt).toISOString(),
    },
    LEDGER_LIMIT,
  )
  for (const name of Object.keys(input))
    if (!Object.hasOwn(fields, name))
      pushBounded(world.unknownInputs, { id, model, name }, LEDGER_LIMIT)
  return run
}
