import type { RenderPlan } from '../../../shared/training.ts'
import { contentHash } from './content-hash.ts'
import { requireLayer } from './find-layer.ts'
import type { ImageRegistry, KnownImages } from './known-images.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { planLayers } from './plan-layers.ts'
import type { StageLook } from './set-up-stage.ts'
import { subjectBackground } from './subject-background.ts'

export type PlannedSubject = {
  readonly subject: PlannedLayer
  readonly look: StageLook
  readonly known: KnownImages
  readonly content: string
}

/** A layer as a training picture, before anything is drawn or copied. Throws AppError `canvas_failed`. */
export const planSubject = async (
  images: ImageRegistry,
  plan: RenderPlan,
): Promise<PlannedSubject> => {
  const node = await requireLayer(plan.node)
  const known = await images.read()
  const subject = planLayers(node, plan, known)
  const look = { fit: plan.fit, background: subjectBackground(subject, plan, known) }
  return { subject, look, known, content: contentHash(subject, look) }
}
