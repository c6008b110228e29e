import type { JobView, OutputView } from '../../../shared/contract/index.ts'
import type { Recipe } from '../../../shared/recipe.ts'

/** The recipe of one picture of a job. Its cost is its share of the job's. */
export const recipeOf = (job: JobView, output: OutputView): Recipe => ({
  job: job.id,
  index: output.index,
  document: job.document,
  brief: output.brief ?? job.request.brief,
  prompt: output.prompt,
  style: job.style,
  version: job.version,
  engine: job.engine,
  settings: { ...job.request.settings, seed: output.seed },
  reference: job.request.reference ?? null,
  parent: job.request.parent ?? null,
  file: output.file,
  width: output.width,
  height: output.height,
  createdAt: output.finishedAt,
  cost: job.cost === null ? null : { ...job.cost, usd: job.cost.usd / job.runs.length },
})
