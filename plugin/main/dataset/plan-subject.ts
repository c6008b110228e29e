import type { PieceMemory } from '../../../shared/piece-memory.ts'
import { DEFAULT_CHOICES } from '../../../shared/piece-memory.ts'
import type { RenderPlan } from '../../../shared/training.ts'
import { contentHash } from './content-hash.ts'
import { requireLayer } from './find-layer.ts'
import type { ImageRegistry, KnownImages } from './known-images.ts'
import { readPieceMemory } from './piece-memory.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { planLayers } from './plan-layers.ts'
import type { StageLook } from './set-up-stage.ts'
import { subjectBackground } from './subject-background.ts'

export type PlannedSubject = {
  readonly subject: PlannedLayer
  readonly look: StageLook
  readonly known: KnownImages
  readonly memory: PieceMemory | null
  readonly content: string
}

/** A layer as a training picture, before anything is drawn or copied. Throws AppError `canvas_failed`. */
export const planSubject = async (
  images: ImageRegistry,
  plan: RenderPlan,
): Promise<PlannedSubject> => {
  const node = await requireLayer(plan.node)
  const known = await images.read()
  const memory = readPieceMemory(node)
  const { fit, keep } = memory ?? DEFAULT_CHOICES
  const subject = planLayers(node, { ...plan, keep }, known)
  const look = { fit, background: subjectBackground(subject, { ...plan, keep }, known) }
  return { subject, look, known, memory, content: contentHash(subject, look) }
}
