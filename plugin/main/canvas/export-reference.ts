import { AppError } from '../../../shared/errors.ts'
import { followSize, REFERENCE_SIDE, REFERENCE_STRETCH } from '../../../shared/follow-size.ts'

const GONE = 'The frame is not in the file any more. Select another one as the reference.'
const THIN = `This frame is too long and thin to be a reference: it may be ${REFERENCE_STRETCH} times as long as wide. Select another one.`

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
  if (followSize(node) === null) throw new AppError('canvas_failed', THIN)
  const bytes = await node.exportAsync({
    format: 'PNG',
    colorProfile: 'SRGB',
    constraint: { type: node.width >= node.height ? 'WIDTH' : 'HEIGHT', value: REFERENCE_SIDE },
  })
  return { name: node.name, bytes: new Uint8Array(bytes) }
}
