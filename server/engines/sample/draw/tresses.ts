import type { Hair } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { between, randomOf } from '../random.ts'
import type { Point } from './curve.ts'
import { shape, spread } from './curve.ts'
import { clay, fill, line, num, oval } from './svg.ts'
import type { Svg } from './svg.ts'

const push = ([x, y]: Point, from: Point, by: number): Point => {
  const distance = Math.hypot(x - from[0], y - from[1]) || 1
  return [x + ((x - from[0]) / distance) * by, y + ((y - from[1]) / distance) * by]
}

/** Curls along a line, as one soft mass: all edges lie under all fills. */
export const curls = (points: readonly Point[], colour: Hair['colour'], size: number): Svg => {
  const random = randomOf(points.length, 'curls')
  const rounds = spread(points, size * 1.12).map(([x, y]): readonly [number, number, number] => [
    x + between(random, -0.12, 0.12) * size,
    y + between(random, -0.12, 0.12) * size,
    size * between(random, 0.86, 1.16),
  ])
  const mass = (grown: number) => rounds.map(([x, y, r]) => oval(x, y, r + grown)).join('')
  const swirls = rounds
    .filter((_, at) => at % 2 === 0)
    .map(
      ([x, y, r]) =>
        `M${num(x - r * 0.62)} ${num(y + r * 0.2)}A${num(r * 0.6)} ${num(r * 0.6)} 0 1 1 ${num(x + r * 0.36)} ${num(y + r * 0.44)}Q${num(x)} ${num(y + r * 0.6)} ${num(x - r * 0.14)} ${num(y + r * 0.2)}`,
    )
    .join('')
  const lights = rounds
    .filter((_, at) => at % 2 === 1)
    .map(
      ([x, y, r]) =>
        `M${num(x - r * 0.62)} ${num(y - r * 0.2)}Q${num(x - r * 0.46)} ${num(y - r * 0.62)} ${num(x - r * 0.04)} ${num(y - r * 0.68)}`,
    )
    .join('')
  return (
    fill(mass(3), shade(colour, 0.38)) +
    fill(mass(0), colour) +
    line(swirls, shade(colour, 0.3), 4, 0.5) +
    line(lights, tint(colour, 0.7), 5.5, 0.42)
  )
}

/** A mass of hair with this outline, in the hair's own texture; `middle` is what its waves swell away from. */
export const tress = (
  { texture, colour }: Pick<Hair, 'texture' | 'colour'>,
  outline: readonly Point[],
  middle: Point,
  size = 34,
): Svg => {
  const closed = [...outline, outline[0] ?? middle]
  switch (texture) {
    case 'straight':
      return clay(shape(closed), colour)
    case 'wavy':
      return clay(
        shape(
          spread(closed, size * 1.2).map((point, at) =>
            push(point, middle, (at % 2 === 0 ? 0.2 : -0.16) * size),
          ),
        ),
        colour,
      )
    case 'curly':
      return clay(shape(closed), colour) + curls(closed, colour, size)
  }
}
