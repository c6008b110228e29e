import type { PictureFeatures } from './picture-features.ts'
import { VIEWS_OF_A_KIND } from './picture-features.ts'
import { FEATURES } from './open-model.ts'

/** The views of a picture, each of length 1. */
export type Directions = readonly Float32Array[]

export const toDirections = ({ views }: Pick<PictureFeatures, 'views'>): Directions =>
  Array.from({ length: views.length / FEATURES }, (_, at) => {
    const view = views.subarray(at * FEATURES, (at + 1) * FEATURES)
    const length = Math.sqrt(view.reduce((sum, value) => sum + value * value, 0))
    return Float32Array.from(view, (value) => value / Math.max(length, 1))
  })

const cosine = (one: Float32Array, other: Float32Array): number => {
  let sum = 0
  // A loop by hand: this runs some hundred million times.
  for (let at = 0; at < FEATURES; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

const nearest = (ones: Directions, others: Directions): number =>
  1 - Math.max(...ones.flatMap((one) => others.map((other) => cosine(one, other))))

/** How different two pictures look, from 0 (the same) to 1: in colour and in grey, each by the views that agree best. */
export const featureDistance = (one: Directions, other: Directions): number => {
  const kinds = [
    [0, VIEWS_OF_A_KIND],
    [VIEWS_OF_A_KIND, 2 * VIEWS_OF_A_KIND],
  ] as const
  const distances = kinds.map(([from, to]) => nearest(one.slice(from, to), other.slice(from, to)))
  return distances.reduce((sum, distance) => sum + distance, 0) / kinds.length
}
