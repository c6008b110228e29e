import type { Capabilities } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { EngineId, GenerateRequest } from '../../shared/generate-request.ts'
import type { Style } from '../../shared/style.ts'
import { askAboutModel } from '../engines/ask-about-model.ts'
import type { Engine } from '../engines/engine.ts'
import { runsModels } from '../engines/runs-models.ts'

/** What draws a request: settled before its job is planned. */
export type Drawing = {
  readonly engine: EngineId
  readonly label: string
  /** Of the model, where the engine has several. */
  readonly capabilities: Capabilities
  /** Pinned: a name that will still mean the same tomorrow. */
  readonly version: string | null
  /** The engine's own name for it. */
  readonly model: string | null
}

/** Throws AppError when the model is not there or draws no drafts. */
export const resolveDrawing = async (
  request: Pick<GenerateRequest, 'version'>,
  style: Pick<Style, 'model'>,
  engine: Engine,
  signal: AbortSignal,
): Promise<Drawing> => {
  const named = request.version ?? style.model
  const drawing = ({ capabilities }: Pick<Engine, 'capabilities'>, version: string | null) => ({
    engine: engine.id,
    label: engine.label,
    capabilities,
    version,
    model: engine.model(version),
  })
  if (!runsModels(engine)) return drawing(engine, named)
  const model = await askAboutModel(engine, named, signal)
  if (model.problem !== null)
    throw new AppError('invalid_request', model.problem, { details: { setting: 'style' } })
  return drawing(model, model.pinned)
}
