import { AppError } from '../../../shared/errors.ts'
import { followSize, REFERENCE_SIDE, REFERENCE_STRETCH } from '../../../shared/follow-size.ts'
import { exportedArea, exportPng, findExportable } from './exportable.ts'

const GONE = 'The frame is not in the file any more. Select another one as the reference.'
const THIN = `This frame is too long and thin to be a reference: it may be ${REFERENCE_STRETCH} times as long as wide. Select another one.`
const UNSEEN =
  'Figma cannot draw this frame: it may be empty or hidden. Select another one as the reference.'

/**
 * A layer's pixels and nothing else of it: PNG, sRGB, its longest side 1024 pixels. Small layers are drawn larger, from
 * what they are made of. Throws AppError `canvas_failed`.
 */
export const exportReference = async (
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
  const node = await findExportable(id)
  if (node === null) throw new AppError('canvas_failed', GONE)
  const area = exportedArea(node)
  if (area === null) throw new AppError('canvas_failed', UNSEEN)
  if (followSize(area) === null) throw new AppError('canvas_failed', THIN)
  const bytes = await exportPng(node, area, REFERENCE_SIDE).catch((cause: unknown) => {
    throw new AppError('canvas_failed', UNSEEN, { cause })
  })
  return { name: node.name, bytes: new Uint8Array(bytes) }
}
