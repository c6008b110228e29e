export type Exportable = SceneNode & ExportMixin

/** A layer that can be exported; null for one that is gone. */
export const findExportable = async (id: string): Promise<Exportable | null> => {
  const node = await figma.getNodeByIdAsync(id)
  return node === null || node.removed || !('exportAsync' in node) || node.type === 'PAGE'
    ? null
    : node
}

/** What an export shows: with strokes, shadows and what sticks out. Sections and slices only have their own box. */
export const exportedArea = (node: Exportable): Rect | null =>
  'absoluteRenderBounds' in node && node.type !== 'SLICE'
    ? node.absoluteRenderBounds
    : node.absoluteBoundingBox

/** A layer as PNG, sRGB; `side` is its longest one in pixels. Rejects with Figma's own error. */
export const exportPng = (
  node: Exportable,
  { width, height }: Rect,
  side: number,
): Promise<Uint8Array> =>
  node.exportAsync({
    format: 'PNG',
    colorProfile: 'SRGB',
    constraint: { type: width >= height ? 'WIDTH' : 'HEIGHT', value: side },
  })
