import type { Fit } from '../../../shared/training.ts'
import { copySubject } from './copy-subject.ts'
import { leaveOut } from './leave-out.ts'
import type { PlannedLayer } from './plan-layers.ts'
import type { Square } from './square-of.ts'
import { squareOf } from './square-of.ts'

/** Far from where anything is usually drawn, in both directions. Pixels. */
const FAR = -20_000

export type StageLook = { readonly fit: Fit; readonly background: readonly Paint[] }

/** A square frame with a subject's copy in it, ready to be exported. */
export type Stage = {
  readonly frame: FrameNode
  readonly copy: PlannedLayer
  readonly square: Square
}

/** Null for a subject of which nothing is drawn. Every node that is made is told to `made` first. */
export const setUpStage = (
  subject: PlannedLayer,
  { fit, background }: StageLook,
  made: (node: SceneNode) => void,
): Stage | null => {
  const frame = figma.createFrame()
  made(frame)
  frame.name = 'Maquette: a training picture in the making'
  frame.fills = background
  // While it is measured: what is cut off has no bounds.
  frame.clipsContent = false
  const copy = copySubject(subject, made)
  frame.appendChild(copy.node)
  const square = squareOf(copy, fit)
  if (square === null) return null
  leaveOut(copy)
  frame.resizeWithoutConstraints(square.side, square.side)
  frame.clipsContent = true
  copy.node.x += frame.x - square.x
  copy.node.y += frame.y - square.y
  frame.x = FAR - square.side
  frame.y = FAR - square.side
  return { frame, copy, square }
}
