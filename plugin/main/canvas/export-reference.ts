import { AppError } from '../../../shared/errors.ts'
import { followSize, REFERENCE_SIDE, REFERENCE_STRETCH } from '../../../shared/follow-size.ts'

const GONE = 'The frame is not in the file any more. Select another one as the reference.'
const THIN = `This frame is too long and thin to be a reference: it may be ${REFERENCE_STRETCH} times as long as wide. Select another one.`
const UNSEEN =
  'Figma cannot draw this frame: it may be empty or hidden. Select another one as the reference.'

type Exportable = SceneNode & ExportMixin

/** What an export shows: with strokes, shadows and what sticks out. Sections and slices only have their own box. */
const exportedArea = (node: Exportable): Rect | null =>
  'absoluteRenderBounds' in node && node.type !== 'SLICE'
    ? node.absoluteRenderBounds
    : node.absoluteBoundingBox

const exportPixels = async (node: Exportable, type: 'WIDTH' | 'HEIGHT'): Promise<Uint8Array> => {
  try {
    return await node.exportAsync({
      format: 'PNG',
      colorProfile: 'SRGB',
      constraint: { type, value: REFERENCE_SIDE },
    })
  } catch (cause) {
    throw new AppError('canvas_failed', UNSEEN, { cause })
  }
}

/**
 * A layer's pixels and nothing else of it: PNG, sRGB, its longest side 1024 pixels. Small layers are drawn larger, from
 * what they are made of. Throws AppError `canvas_failed`.
 */
export const exportReference = async (
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
  const node = await figma.getNodeByIdAsync(id)
  if (node === null || node.removed || !('exportAsync' in node) || node.type === 'PAGE')
    throw new AppError('canvas_failed', GONE)
  const area = exportedArea(node)
  if (area === null) throw new AppError('canvas_failed', UNSEEN)
  if (followSize(area) === null) throw new AppError('canvas_failed', THIN)
  const bytes = await exportPixels(node, area.width >= area.height ? 'WIDTH' : 'HEIGHT')
  return { name: node.name, bytes: new Uint8Array(bytes) }
}
