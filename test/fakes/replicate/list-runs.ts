import { listPage } from './list-page.ts'
import type { RequestContext } from './route.ts'
import type { Run } from './run.ts'
import type { World } from './world.ts'

const time = (text: string | undefined): number | null => {
  const ms = text === undefined ? NaN : Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}

/** The list of predictions or trainings: newest first, `created_after` inclusive, new ones late by the script's lag. */
export const listRuns = (
  world: World,
  kind: Run['kind'],
  context: RequestContext,
  view: (run: Run) => object,
): Response => {
  const after = time(context.req.query('created_after')) ?? -Infinity
  const before = time(context.req.query('created_before')) ?? Infinity
  const seen = world.clock.now() - world.conditions.lagMs
  const runs = world.runs
    .all(kind)
    .filter((run) => run.createdAt >= after && run.createdAt < before && run.createdAt <= seen)
    .filter(() => context.req.query('source') !== 'web')
    .reverse()
  const { pathname, search } = new URL(context.req.url)
  const page = listPage(runs, new URL(`${pathname}${search}`, world.view().url))
  return Response.json({ ...page, results: page.results.map(view) })
}
