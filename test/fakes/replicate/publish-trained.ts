import { fluxFineTune } from './models/flux-fine-tune.ts'
import { versionId } from './models/model.ts'
import { runState } from './run-state.ts'
import type { World } from './world.ts'

/** The id of the version that a training makes. */
export const trainedVersionId = (trainingId: string): string => versionId(`training ${trainingId}`)

/**
 * Puts the versions of finished trainings into their models. Runs have no timers, so this is done before models are
 * read. A version that was deleted since does not come back.
 */
export const publishTrained = (world: World): void => {
  for (const run of world.runs.all('training')) {
    const state = runState(run, world.clock.now())
    if (state.status !== 'succeeded' || run.plan.trained === null || run.published) continue
    run.published = true
    const { owner, name, look } = run.plan.trained
    const createdAt = new Date(state.endedAt).toISOString()
    const version = { ...fluxFineTune(`training ${run.id}`, createdAt), look }
    world.catalogue.addVersion(owner, name, version)
  }
}
