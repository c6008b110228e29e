import { AppError } from '../../../shared/errors.ts'

const FAILED =
  'Figma could not draw this layer as a training picture. Nothing was added. Try it again, or make the layer simpler.'

/**
 * A square frame as PNG in sRGB, drawn at `side` pixels from what it is made of. Opaque, because the frame is; whether
 * Figma writes an alpha channel all the same is not documented.
 */
export const exportSquare = async (
  frame: FrameNode,
  side: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const bytes = await frame.exportAsync({
      format: 'PNG',
      colorProfile: 'SRGB',
      useAbsoluteBounds: true,
      constraint: { type: 'WIDTH', value: side },
    })
    return new Uint8Array(bytes)
  } catch (cause) {
    throw new AppError('canvas_failed', FAILED, { cause })
  }
}
