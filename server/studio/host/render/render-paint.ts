import { encodeBase64 } from '../base64.ts'
import { imageSize } from '../images/image-size.ts'
import type { SceneItem, ScenePaint } from '../scene.ts'
import { colorOf } from './color.ts'
import { element } from './element.ts'
import { outlineOf } from './outline.ts'
import { renderGradient } from './render-gradient.ts'

export type ImageBytes = (hash: string) => Uint8Array | undefined
type ImagePaint = Extract<ScenePaint, { type: 'image' }>

const MIME: Readonly<Record<number, string>> = { 0x89: 'image/png', 0xff: 'image/jpeg' }

const dataUri = (bytes: Uint8Array): string =>
  `data:${MIME[bytes[0] ?? 0] ?? 'image/gif'};base64,${encodeBase64(bytes)}`

/** The image over the item's own box: whole, or covering it. */
const fitted = (item: SceneItem, href: string, scaleMode: 'FILL' | 'FIT'): string =>
  element('image', {
    href,
    width: item.width,
    height: item.height,
    preserveAspectRatio: scaleMode === 'FILL' ? 'xMidYMid slice' : 'xMidYMid meet',
  })

/**
 * CROP: `transform` maps the item's unit square to the image's, so the image lies where its inverse puts it. Figma's
 * crops do not shear, and neither does this.
 */
const cropped = (item: SceneItem, href: string, { transform }: ImagePaint): string => {
  const [[scaleX, , x], [, scaleY, y]] = transform ?? [
    [1, 0, 0],
    [0, 1, 0],
  ]
  return element('image', {
    href,
    x: (-x / scaleX) * item.width,
    y: (-y / scaleY) * item.height,
    width: item.width / scaleX,
    height: item.height / scaleY,
    preserveAspectRatio: 'none',
  })
}

const tiled = (item: SceneItem, href: string, bytes: Uint8Array, paint: ImagePaint): string => {
  const { width, height } = imageSize(bytes) ?? item
  const id = `tile-${paint.hash}-${item.id.replace(/\W/g, '-')}`
  const tile = { width: width * paint.scalingFactor, height: height * paint.scalingFactor }
  return (
    element(
      'pattern',
      { id, patternUnits: 'userSpaceOnUse', ...tile },
      element('image', { href, ...tile, preserveAspectRatio: 'none' }),
    ) + element('rect', { width: item.width, height: item.height, fill: `url(#${id})` })
  )
}

const renderImage = (item: SceneItem, paint: ImagePaint, bytes: Uint8Array): string => {
  const href = dataUri(bytes)
  switch (paint.scaleMode) {
    case 'FILL':
    case 'FIT':
      return fitted(item, href, paint.scaleMode)
    case 'CROP':
      return cropped(item, href, paint)
    case 'TILE':
      return tiled(item, href, bytes, paint)
  }
}

/** One fill of an item, inside its outline. An image that is not there leaves its place empty. */
export const renderPaint = (item: SceneItem, paint: ScenePaint, image: ImageBytes): string => {
  if (paint.type === 'solid')
    return outlineOf(item, { fill: colorOf(paint), 'fill-opacity': paint.a })
  if (paint.type === 'gradient') return renderGradient(item, paint)
  const bytes = image(paint.hash)
  if (bytes === undefined) return ''
  const clip = `fill-${item.id.replace(/\W/g, '-')}`
  return (
    element('clipPath', { id: clip }, outlineOf(item, {})) +
    element(
      'g',
      { 'clip-path': `url(#${clip})`, opacity: paint.opacity },
      renderImage(item, paint, bytes),
    )
  )
}
