import type { PictureRef, Placeholder } from '../../../shared/picture-ref.ts'

/** Failed placeholders of jobs that the proxy does not know, a list for each job. */
export const findLost = (
  placeholders: readonly Placeholder[],
  isKnown: (job: Placeholder['job']) => boolean,
): (readonly PictureRef[])[] => {
  const lost = placeholders.filter(({ job, failure }) => failure !== null && !isKnown(job))
  const jobs = new Set(lost.map(({ job }) => job))
  return [...jobs].map((job) => lost.filter((placeholder) => placeholder.job === job))
}
