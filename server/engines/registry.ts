import type { EngineView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { EngineId } from '../../shared/generate-request.ts'
import type { Engine } from './engine.ts'
import type { ModelEngine } from './runs-models.ts'
import { runsModels } from './runs-models.ts'

export type Engines = {
  /** As they can do now: what an engine on other machines can do may be known later. */
  views: () => EngineView[]
  /** Draws when a request names no engine. */
  readonly defaultId: EngineId
  has: (id: EngineId) => boolean
  /** How many pictures an engine takes at the same time; 1 where it is not set up: nothing is drawn there. */
  atOnce: (id: EngineId) => number
  /** Throws AppError `engine_unavailable`. */
  get: (id: EngineId) => Engine
  /** The engine that the styles' own models run on. Throws AppError `engine_unavailable`. */
  forModels: () => ModelEngine
}

const NO_MODELS =
  'This proxy runs no models of styles. Put a REPLICATE_API_TOKEN into its settings and start it again.'

/** The engines that this proxy has; the first one is the default. */
export const createEngines = (engines: readonly [Engine, ...Engine[]]): Engines => ({
  views: () =>
    engines.map(({ id, label, sample, remote, capabilities, model, trouble }) => ({
      id,
      label,
      sample,
      remote,
      capabilities,
      defaultModel: model(null),
      trouble: trouble?.() ?? null,
    })),
  defaultId: engines[0].id,
  forModels: () => {
    const engine = engines.find(runsModels)
    if (engine === undefined) throw new AppError('engine_unavailable', NO_MODELS)
    return engine
  },
  has: (id) => engines.some((known) => known.id === id),
  atOnce: (id) => engines.find((known) => known.id === id)?.atOnce ?? 1,
  get: (id) => {
    const engine = engines.find((known) => known.id === id)
    if (engine !== undefined) return engine
    const labels = engines.map((known) => known.label).join(', ')
    throw new AppError(
      'engine_unavailable',
      `This engine is not set up on the proxy. Nothing was charged. Choose another one: ${labels}.`,
      { details: { engine: id } },
    )
  },
})
