import type { Size } from '../../shared/aspect-ratio.ts'
import { buildPrompt } from '../../shared/build-prompt.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import { advance } from '../../shared/advance.ts'
import { queuedJob } from '../../shared/job.ts'
import type { Style } from '../../shared/style.ts'
import { chooseWildcards, countWildcards } from '../../shared/wildcards.ts'
import { checkRequest } from './check-request.ts'
import type { Drawing } from './resolve-drawing.ts'
import type { NewJob } from './store.ts'

const SEEDS = 2 ** 32

/**
 * A locked seed is the first picture's and the next ones count up. Others are random, but take the wildcards in turn,
 * so that four pictures of two options are two of each.
 */
const chooseSeeds = (
  { brief, count, settings }: GenerateRequest,
  randomSeed: () => number,
): number[] => {
  const wordings = countWildcards(brief)
  const first = settings.seed ?? randomSeed()
  return Array.from({ length: count }, (_, index) => {
    if (settings.seed !== undefined || index === 0) return (first + index) % SEEDS
    const seed = randomSeed()
    const turned = seed - (seed % wordings) + ((first + index) % wordings)
    return turned < SEEDS ? turned : turned - wordings
  })
}

/**
 * A new job, with all that is settled once: prompt, version, price and a seed for each picture. `followed` is the size of pictures
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
  const seeds = chooseSeeds(request, randomSeed)
  const wordings = seeds.map((seed) => {
    const brief = chooseWildcards(request.brief, seed)
    return { brief, prompt: buildPrompt(style, brief) }
  })
  return {
    id: request.id,
    document: request.document ?? null,
    request,
    plan: {
      prompt: buildPrompt(style, request.brief),
      ...(countWildcards(request.brief) > 1 && { wordings }),
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
