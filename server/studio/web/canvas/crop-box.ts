import type { Transform } from '../../host/scene.ts'

export type Box = Readonly<Record<'left' | 'top' | 'width' | 'height', string>>

export const WHOLE: Box = { left: '0', top: '0', width: '100%', height: '100%' }

const percent = (fraction: number): string => `${fraction * 100}%`

/**
 * Where a cropped image lies in its node, in CSS. Figma's transform goes from the node's unit square to the image's
 * (@figma/plugin-typings: ImagePaint.imageTransform); a turned image is drawn unturned.
 */
export const cropBox = (transform: Transform | null): Box => {
  const [[scaleX, , x], [, scaleY, y]] = transform ?? [
    [1, 0, 0],
    [0, 1, 0],
  ]
  return {
    left: percent(-x / scaleX),
    top: percent(-y / scaleY),
    width: percent(1 / scaleX),
    height: percent(1 / scaleY),
  }
}
