import { SIZES } from '../../shared/aspect-ratio.ts'
import { AppError } from '../../shared/errors.ts'
import type { PictureRequest } from '../engines/engine.ts'
import type { JobRecord, Plan } from './job-record.ts'
import { wordingOf } from './wording-of.ts'

type Source = Pick<JobRecord, 'request' | 'progress'> & {
  readonly plan: Pick<Plan, 'prompt' | 'wordings' | 'version' | 'size' | 'reference'>
}

/** All that an engine needs for one picture of a job. */
export const pictureRequest = (
  { request, plan, progress }: Source,
  index: number,
): PictureRequest => {
  const { aspectRatio, format, steps, guidance, loraScale } = request.settings
  const { width, height } = plan.size ?? SIZES[aspectRatio]
  const run = progress.runs[index]
  if (run === undefined) throw new AppError('invalid_request', 'The job has no such picture.')
  return {
    ...wordingOf({ request, plan }, index),
    seed: run.seed,
    index,
    aspectRatio,
    width,
    height,
    format,
    steps,
    guidance,
    loraScale,
    model: plan.version,
    ...(plan.reference && { reference: plan.reference }),
  }
}
