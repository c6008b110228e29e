import type { Fit } from '../../../shared/training.ts'
import { fillsOf } from './image-hashes-of.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { keptLayers } from './plan-layers.ts'

/** What decides how a layer looks, besides its place; those that a layer lacks are passed over. */
const LOOKS = [
  'width',
  'height',
  'opacity',
  'blendMode',
  'isMask',
  'strokes',
  'strokeWeight',
  'strokeAlign',
  'dashPattern',
  'effects',
  'topLeftRadius',
  'topRightRadius',
  'bottomRightRadius',
  'bottomLeftRadius',
  'cornerRadius',
  'clipsContent',
  'vectorPaths',
  'arcData',
  'pointCount',
  'innerRadius',
  'booleanOperation',
  'characters',
  'fontName',
  'fontSize',
] as const

const looksOf = (node: SceneNode): readonly unknown[] =>
  LOOKS.map((name) => (name in node ? (node as Partial<Record<typeof name, unknown>>)[name] : null))

const round = (value: number): number => Math.round(value * 100) / 100

/** Where a layer lies from the subject's corner, turned and mirrored as it is. */
const placeOf = (node: SceneNode, subject: SceneNode): readonly number[] => {
  const [[a, b, x], [c, d, y]] = node.absoluteTransform
  const [[, , left], [, , top]] = subject.absoluteTransform
  return [a, b, x - left, c, d, y - top].map(round)
}

/** 16 hexadecimal digits that equal texts share (cyrb53's mixing, with both halves whole); no cryptographic strength. */
const hashText = (text: string): string => {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * A subject's training picture in 16 digits, without drawing it: they change when anything that is drawn does, and not
 * with what is left out, nor with where the subject lies.
 */
export const contentHash = (
  subject: PlannedLayer,
  look: { readonly fit: Fit; readonly background: readonly Paint[] },
): string =>
  hashText(
    JSON.stringify([
      look,
      keptLayers(subject).map(({ node }) => [
        node.type,
        placeOf(node, subject.node),
        fillsOf(node),
        looksOf(node),
      ]),
    ]),
  )
