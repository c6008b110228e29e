import type { PieceFacts } from '../../../shared/dataset-procedures.ts'

const redOf = async (png: Uint8Array<ArrayBuffer>): Promise<readonly number[]> => {
  const bitmap = await createImageBitmap(new Blob([png]))
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser cannot read pictures.')
  context.drawImage(bitmap, 0, 0)
  return Array.from(context.getImageData(0, 0, width, height).data).filter((_, at) => at % 4 === 0)
}

/**
 * How much of what can be seen of a layer was generated, from 0 to 1: where the same picture with black and with white
 * in place of what was generated differs. What lies around the layer is not counted.
 */
export const generatedShare = async ({
  probes,
  padding,
}: Pick<PieceFacts, 'probes' | 'padding'>): Promise<number> => {
  if (probes === null) return 0
  const [dark, light] = await Promise.all([
    redOf(new Uint8Array(probes.dark)),
    redOf(new Uint8Array(probes.light)),
  ])
  const difference = light.reduce((sum, value, at) => sum + value - (dark[at] ?? value), 0)
  const share = difference / 255 / light.length / Math.max(1e-6, 1 - padding)
  return Math.min(1, Math.max(0, share))
}
