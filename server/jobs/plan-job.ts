import type { Size } from '../../shared/aspect-ratio.ts'
import { buildPrompt } from '../../shared/build-prompt.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import { advance } from '../../shared/advance.ts'
import { queuedJob } from '../../shared/job.ts'
import type { Style } from '../../shared/style.ts'
import { checkRequest } from './check-request.ts'
import type { Drawing } from './resolve-drawing.ts'
import type { NewJob } from './store.ts'

const SEEDS = 2 ** 32

/**
 * A new job, with all that is settled once: prompt, version, price and a seed for each picture. A locked seed is the
 * first picture's and the next ones count up; otherwise `randomSeed` chooses each. `followed` is the size of pictures
 * that follow its reference. Throws AppError `invalid_request`.
 */
export const planJob = (
  request: GenerateRequest,
  style: Style,
  drawing: Drawing,
  followed: Size | null,
  randomSeed: () => number,
): Omit<NewJob, 'pressedBy'> => {
  const { engine, version, capabilities } = drawing
  const { size, reference, warnings } = checkRequest(request, drawing, followed)
  const locked = request.settings.seed
  const seeds = Array.from({ length: request.count }, (_, index) =>
    locked === undefined ? randomSeed() : (locked + index) % SEEDS,
  )
  return {
    id: request.id,
    document: request.document ?? null,
    request,
    plan: {
      prompt: buildPrompt(style, request.brief),
      style: { id: style.id, name: style.name },
      version,
      engine,
      model: drawing.model,
      price: capabilities.pricePerPicture,
      size,
      ...(reference && { reference }),
      seconds: capabilities.secondsPerPicture,
    },
    progress: warnings.reduce(
      (progress, message) => advance(progress, { type: 'warned', message }),
      queuedJob(seeds),
    ),
  }
}
