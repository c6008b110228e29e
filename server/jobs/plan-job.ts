import { buildPrompt } from '../../shared/build-prompt.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import { advance } from '../../shared/advance.ts'
import { queuedJob } from '../../shared/job.ts'
import type { Style } from '../../shared/style.ts'
import type { Engine } from '../engines/engine.ts'
import { checkRequest } from './check-request.ts'
import { pictureRequest } from './picture-request.ts'
import type { NewJob } from './store.ts'

const SEEDS = 2 ** 32

/**
 * A new job, with all that is settled once: prompt, version, model, price and a seed for each picture. A locked seed is
 * the first picture's and the next ones count up; otherwise `randomSeed` chooses each. Throws AppError `invalid_request`.
 */
export const planJob = (
  request: GenerateRequest,
  style: Style,
  engine: Engine,
  randomSeed: () => number,
): NewJob => {
  const warnings = checkRequest(request, engine)
  const locked = request.settings.seed
  const seeds = Array.from({ length: request.count }, (_, index) =>
    locked === undefined ? randomSeed() : (locked + index) % SEEDS,
  )
  const job = {
    id: request.id,
    document: request.document ?? null,
    request,
    plan: {
      prompt: buildPrompt(style, request.brief),
      style: { id: style.id, name: style.name },
      version: request.version ?? style.model,
      engine: engine.id,
      price: engine.capabilities.pricePerPicture,
    },
    progress: warnings.reduce(
      (progress, message) => advance(progress, { type: 'warned', message }),
      queuedJob(seeds),
    ),
  }
  const model = engine.model(pictureRequest(job, 0, engine.capabilities))
  return { ...job, plan: { ...job.plan, model } }
}
