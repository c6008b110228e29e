import type { JobId, SweepId } from '../../../shared/ids.ts'
import type { SweepView } from '../../../shared/sweep-procedures.ts'
import type { SweepSection } from './sweep-data.ts'

export type SweepSurroundings = {
  /** Jobs whose draft is in the file. */
  readonly drawn: ReadonlySet<JobId>
  readonly isMine: (id: SweepId) => boolean
}

const isWithin = (node: BaseNode | null, section: SectionNode): boolean =>
  node !== null && (node.id === section.id || isWithin(node.parent, section))

/** A sweep as the panel knows it. */
export const viewSweep = (
  { section, data: { sweep } }: SweepSection,
  { drawn, isMine }: SweepSurroundings,
): SweepView => ({
  section: section.id,
  name: section.name,
  sweep,
  drawn: sweep.jobs.filter((job) => drawn.has(job)),
  isSelected: figma.currentPage.selection.some((node) => isWithin(node, section)),
  isMine: isMine(sweep.id),
})
