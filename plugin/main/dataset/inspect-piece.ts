import type { PieceFacts } from '../../../shared/dataset-procedures.ts'
import type { RenderPlan } from '../../../shared/training.ts'
import { readNodeData, readOwnData } from '../canvas/node-data.ts'
import { captionHints } from './caption-hints.ts'
import type { DatasetTools } from './dataset-handlers.ts'
import { exportSquare } from './export-square.ts'
import { generatedIn, paintGenerated, showsGenerated } from './paint-generated.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { keptLayers, leftOutLayers } from './plan-layers.ts'
import { planSubject } from './plan-subject.ts'
import type { Stage } from './set-up-stage.ts'
import { squareOf } from './square-of.ts'
import { whyNoPicture } from './why-no-picture.ts'

/** Pixels: enough to see one percent of a picture. */
const PROBE_SIDE = 96
/** A side of fewer pixels was not drawn for a picture of 1024. */
const TINY = 64
const BLACK: RGB = { r: 0, g: 0, b: 0 }
const WHITE: RGB = { r: 1, g: 1, b: 1 }

const notesOf = (subject: PlannedLayer): string[] => {
  const { width, height } = subject.node
  const isTiny = Math.max(width, height) < TINY
  const lacksFont = keptLayers(subject).some(
    ({ node }) => node.type === 'TEXT' && node.hasMissingFont,
  )
  return [
    ...(isTiny
      ? [`It is only ${Math.round(width)} × ${Math.round(height)} pixels; the piece has 1024.`]
      : []),
    ...(lacksFont ? ['A font of it is missing here, so its words look different.'] : []),
  ]
}

const probe = async (
  stage: Stage,
  generated: ReadonlySet<string>,
): Promise<PieceFacts['probes']> => {
  const nodes = generatedIn(stage, generated)
  if (nodes.length === 0) return null
  paintGenerated(nodes, generated, BLACK)
  const dark = await exportSquare(stage.frame, PROBE_SIDE)
  paintGenerated(nodes, generated, WHITE)
  return { dark, light: await exportSquare(stage.frame, PROBE_SIDE) }
}

/** What can be said of a layer's training picture. A copy is made only where something generated may be seen. */
export const inspectPiece = async (
  { stages, finder, images }: DatasetTools,
  plan: RenderPlan,
): Promise<PieceFacts> => {
  const { subject, look, known, memory, content } = await planSubject(images, plan)
  const { node } = subject
  const problem = whyNoPicture(subject)
  const data = readNodeData(node)
  const finishedOf = data?.kind === 'finished' ? data.of : null
  const draft = finishedOf === null ? null : readOwnData(await finder.find(finishedOf))
  const isSuspect = problem === null && showsGenerated(subject, look.background, known.generated)
  const { id, name, width, height } = node
  return {
    node: id,
    name,
    width,
    height,
    problem,
    notes: notesOf(subject),
    content,
    leftOut: [...leftOutLayers(subject)],
    hints: await captionHints(subject),
    finishedOf,
    brief: draft?.kind === 'draft' ? draft.recipe.brief : null,
    padding: squareOf(subject, look.fit)?.padding ?? 0,
    probes: isSuspect
      ? await stages.use(subject, look, (stage) => probe(stage, known.generated))
      : null,
    memory,
  }
}
