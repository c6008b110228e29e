/** A node's own fills, bottom first; none where they are mixed or where it has none. */
export const fillsOf = (node: SceneNode): readonly Paint[] =>
  'fills' in node && Array.isArray(node.fills) ? (node.fills as readonly Paint[]) : []

export const isVisiblePaint = ({ visible, opacity }: Paint): boolean =>
  visible !== false && opacity !== 0

/** The images that a node's own fills show. */
export const imageHashesOf = (node: SceneNode): readonly string[] =>
  fillsOf(node).flatMap((paint) =>
    paint.type === 'IMAGE' && isVisiblePaint(paint) && paint.imageHash !== null
      ? [paint.imageHash]
      : [],
  )
