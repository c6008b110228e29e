import type { PieceChoices } from '../../../shared/piece-memory.ts'
import type { TrainingSwitches } from '../../../shared/training.ts'
import { readNodeData } from '../canvas/node-data.ts'
import { backgroundOf } from './background-of.ts'
import type { KnownImages } from './known-images.ts'
import type { PlannedLayer } from './plan-layers.ts'

const NONE: ReadonlySet<string> = new Set()

/** What fills the square of a subject: a draft that she drew on is no background of hers, and neither is a reference. */
export const subjectBackground = (
  subject: PlannedLayer,
  { leaveOut, keep }: TrainingSwitches & Pick<PieceChoices, 'keep'>,
  known: KnownImages,
): readonly Paint[] => {
  const { node } = subject
  const isFree = keep.includes(node.id)
  const isDraft = readNodeData(node)?.kind === 'draft'
  const drafts = isDraft && leaveOut.includes('drafts') ? known.generated : NONE
  const references = leaveOut.includes('references') ? known.references : NONE
  return backgroundOf(subject, isFree ? NONE : new Set([...drafts, ...references]))
}
