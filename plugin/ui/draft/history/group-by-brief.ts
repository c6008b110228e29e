import type { JobView } from '../../../../shared/contract/index.ts'
import type { Mark } from '../../../../shared/mark.ts'
import { pictureKey } from '../../placeholder-store.ts'
import type { Picture } from '../find-unplaced.ts'

export type HistoryPicture = Picture & { readonly key: string }
export type BriefGroup = {
  /** Of its newest job. */
  readonly key: string
  readonly brief: string
  readonly pictures: readonly HistoryPicture[]
}

/** Jobs that follow each other with the same brief as one; with a mark, only pictures that have it. */
export const groupByBrief = (
  jobs: readonly JobView[],
  mark: Mark['kind'] | undefined,
): readonly BriefGroup[] => {
  const groups: { key: string; brief: string; pictures: HistoryPicture[] }[] = []
  for (const job of jobs) {
    const brief = job.request.brief.trim()
    const pictures = job.outputs
      .filter((output) => mark === undefined || output.mark?.kind === mark)
      .map((output) => ({ key: pictureKey({ job: job.id, index: output.index }), job, output }))
    const last = groups.at(-1)
    if (last?.brief === brief) last.pictures.push(...pictures)
    else groups.push({ key: job.id, brief, pictures })
  }
  return groups
}
