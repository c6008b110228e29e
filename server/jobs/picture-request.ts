import type { Capabilities } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { PictureRequest } from '../engines/engine.ts'
import type { JobRecord, Plan } from './job-record.ts'

type Source = Pick<JobRecord, 'request' | 'progress'> & {
  readonly plan: Pick<Plan, 'prompt' | 'version'>
}

/** All that an engine needs for one picture of a job. */
export const pictureRequest = (
  { request, plan, progress }: Source,
  index: number,
  capabilities: Capabilities,
): PictureRequest => {
  const { aspectRatio, format, steps, guidance, loraScale } = request.settings
  const { reference } = request
  const isUsed = reference !== undefined && capabilities.referenceUses.includes(reference.use)
  const size = capabilities.aspectRatios.find(({ ratio }) => ratio === aspectRatio)
  const run = progress.runs[index]
  if (size === undefined || run === undefined)
    throw new AppError('invalid_request', 'This engine does not draw this shape any more.')
  return {
    brief: request.brief,
    prompt: plan.prompt,
    seed: run.seed,
    index,
    aspectRatio,
    width: size.width,
    height: size.height,
    format,
    steps,
    guidance,
    loraScale,
    model: plan.version,
    ...(isUsed && { reference }),
  }
}
