import { fillsOf, isVisiblePaint } from './image-hashes-of.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { keptLayers } from './plan-layers.ts'
import type { Stage } from './set-up-stage.ts'

type Painted = { readonly node: SceneNode & MinimalFillsMixin; readonly fills: readonly Paint[] }

const isGenerated = (paint: Paint, generated: ReadonlySet<string>): boolean =>
  paint.type === 'IMAGE' &&
  isVisiblePaint(paint) &&
  paint.imageHash !== null &&
  generated.has(paint.imageHash)

/** Whether a subject may show a generated picture, in its layers or behind them. */
export const showsGenerated = (
  subject: PlannedLayer,
  background: readonly Paint[],
  generated: ReadonlySet<string>,
): boolean =>
  [background, ...keptLayers(subject).map(({ node }) => fillsOf(node))].some((paints) =>
    paints.some((paint) => isGenerated(paint, generated)),
  )

/** The nodes of a stage that show a generated picture, with their fills as they are. */
export const generatedIn = (
  { frame, copy }: Stage,
  generated: ReadonlySet<string>,
): readonly Painted[] =>
  [frame, ...keptLayers(copy).map(({ node }) => node)].flatMap((node) => {
    const fills = fillsOf(node)
    const isOne = 'fills' in node && fills.some((paint) => isGenerated(paint, generated))
    return isOne ? [{ node, fills }] : []
  })

/** One colour in place of every generated picture, as opaque as it was. */
export const paintGenerated = (
  nodes: readonly Painted[],
  generated: ReadonlySet<string>,
  color: RGB,
): void => {
  for (const { node, fills } of nodes)
    node.fills = fills.map((paint): Paint => {
      if (!isGenerated(paint, generated)) return paint
      const { opacity = 1 } = paint
      return { type: 'SOLID', color, opacity }
    })
}
