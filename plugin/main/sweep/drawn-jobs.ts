import type { JobId } from '../../../shared/ids.ts'
import type { Picture } from '../canvas/create-finder.ts'

/** The jobs that have a draft among these pictures. */
export const drawnJobs = (pictures: readonly Picture[]): ReadonlySet<JobId> =>
  new Set(pictures.flatMap(({ data }) => (data.kind === 'draft' ? [data.recipe.job] : [])))
