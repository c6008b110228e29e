import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Face } from '../../../../shared/face.ts'
import type { Difference } from './measure-difference.ts'
import type { Placement, View } from './placements.ts'
import { circleOf, placements, seen } from './placements.ts'

export const MODES = ['Side by side', 'Slider', 'Blink', 'Difference'] as const
export type Mode = (typeof MODES)[number]

/** All that the stage shows. */
export type Scene = {
  readonly mode: Mode
  readonly pictures: readonly [ImageBitmap, ImageBitmap]
  readonly view: View
  /** Where the slider stands, from 0 to 1. */
  readonly slider: number
  /** What blinks now: 0 is the left one. */
  readonly shown: 0 | 1
  readonly difference: Difference | null
  /** To show both at the same size. */
  readonly faces: readonly [Face, Face] | null
  /** Circles that she is putting on the faces. */
  readonly circles: readonly [Face, Face] | null
}

/** Half of the stage for each picture, or all of it for both. */
export const paneOf = (stage: Size, mode: Mode): Size =>
  mode === 'Side by side' ? { ...stage, width: stage.width / 2 } : stage

/** Where both pictures lie, each in its pane. */
export const placed = (scene: Scene, pane: Size): readonly [Placement, Placement] => {
  const [left, right] = placements(
    pane,
    scene.pictures,
    scene.circles === null ? scene.faces : null,
  )
  return [seen(left, scene.view, pane), seen(right, scene.view, pane)]
}

/** Draws a scene in CSS pixels; `pixels` are those of the screen for each. */
export const drawStage = (
  drawing: CanvasRenderingContext2D,
  stage: Size,
  pixels: number,
  scene: Scene,
): void => {
  const pane = paneOf(stage, scene.mode)
  const places = placed(scene, pane)
  drawing.setTransform(pixels, 0, 0, pixels, 0, 0)
  drawing.clearRect(0, 0, stage.width, stage.height)

  const put = (
    at: 0 | 1,
    from: number,
    to: number,
    shift = 0,
    image: CanvasImageSource | null = null,
  ) => {
    const picture = scene.pictures[at]
    const { x, y, scale } = places[at]
    drawing.save()
    drawing.beginPath()
    drawing.rect(from, 0, to - from, stage.height)
    drawing.clip()
    drawing.imageSmoothingEnabled = scale * pixels < 4
    drawing.imageSmoothingQuality = 'high'
    drawing.drawImage(image ?? picture, x + shift, y, picture.width * scale, picture.height * scale)
    const face = scene.circles?.[at]
    if (face !== undefined) {
      const circle = circleOf(face, picture, places[at])
      ring(circle.x + shift, circle.y, circle.r)
    }
    drawing.restore()
  }
  /** White between dark: seen on every picture. */
  const stroke = () => {
    for (const [color, width] of [
      ['#000', 4],
      ['#fff', 2],
    ] as const) {
      drawing.strokeStyle = color
      drawing.lineWidth = width
      drawing.stroke()
    }
  }
  const ring = (x: number, y: number, r: number) => {
    drawing.beginPath()
    drawing.arc(x, y, r, 0, 2 * Math.PI)
    stroke()
  }
  const line = (x: number) => {
    drawing.beginPath()
    drawing.moveTo(x, 0)
    drawing.lineTo(x, stage.height)
    stroke()
  }

  switch (scene.mode) {
    case 'Side by side':
      put(0, 0, pane.width)
      put(1, pane.width, stage.width, pane.width)
      return
    case 'Slider': {
      const at = scene.slider * stage.width
      put(0, 0, at)
      put(1, at, stage.width)
      return line(at)
    }
    case 'Blink':
      return put(scene.shown, 0, stage.width)
    case 'Difference':
      if (scene.difference !== null) put(0, 0, stage.width, 0, scene.difference.picture)
  }
}
