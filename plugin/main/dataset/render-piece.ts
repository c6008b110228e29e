import { AppError } from '../../../shared/errors.ts'
import type { RenderPlan } from '../../../shared/training.ts'
import type { DatasetTools } from './dataset-handlers.ts'
import { exportSquare } from './export-square.ts'
import { planSubject } from './plan-subject.ts'
import { whyNoPicture } from './why-no-picture.ts'

/** A layer's training picture. Throws AppError `canvas_failed` in words; the document stays as it is in any case. */
export const renderPiece = async (
  { stages, images }: Pick<DatasetTools, 'stages' | 'images'>,
  { plan, side }: { readonly plan: RenderPlan; readonly side: number },
): Promise<{
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly content: string
  readonly padding: number
}> => {
  const { subject, look, content } = await planSubject(images, plan)
  const problem = whyNoPicture(subject)
  const made =
    problem === null
      ? await stages.use(subject, look, async ({ frame, square }) => ({
          bytes: await exportSquare(frame, side),
          content,
          padding: square.padding,
        }))
      : null
  if (made !== null) return made
  throw new AppError('canvas_failed', `“${subject.node.name}”: ${problem ?? 'Nothing is drawn.'}`)
}
