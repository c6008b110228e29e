import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { Engines } from './registry.ts'
import { runsModels } from './runs-models.ts'

/** What the default engine can do may depend on its default model: asked once, while everything else goes on. */
export const learnDefaultModel = async (
  engines: Engines,
  signal: AbortSignal,
  log: Log,
): Promise<void> => {
  const engine = engines.get(engines.defaultId)
  if (!runsModels(engine) || engine.model(null) === null) return
  try {
    await engine.describe(null, signal)
  } catch (error) {
    if (signal.aborted) return
    log.warn(
      {
        engine: engine.id,
        ...(error instanceof AppError && { code: error.code }),
        error: describeError(error),
      },
      'The default model could not be read',
    )
  }
}
