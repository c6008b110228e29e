import { AppError } from '../../../shared/errors.ts'
import { exportedArea, exportPng, findExportable } from '../canvas/exportable.ts'

/** Pixels of the longest side: enough to look closely, and no more than a panel shows at once without waiting. */
const LEAST = 1024
const MOST = 2048
const UNSEEN = 'Figma cannot draw this layer: it may be empty or hidden. Select another one.'

/** A layer as it looks, its longest side from 1024 to 2048 pixels. Throws AppError `canvas_failed`. */
export const exportPicture = async (id: string): Promise<Uint8Array<ArrayBuffer>> => {
  const node = await findExportable(id)
  if (node === null)
    throw new AppError(
      'canvas_failed',
      'This layer is not in the file any more. Select another one.',
    )
  const area = exportedArea(node)
  if (area === null) throw new AppError('canvas_failed', UNSEEN)
  const side = Math.min(MOST, Math.max(LEAST, Math.round(Math.max(area.width, area.height))))
  const bytes = await exportPng(node, area, side).catch((cause: unknown) => {
    throw new AppError('canvas_failed', UNSEEN, { cause })
  })
  return new Uint8Array(bytes)
}
