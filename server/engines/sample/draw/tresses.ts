import type { Hair } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { randomOf } from '../random.ts'
import type { Point } from './curve.ts'
import { shape, spread } from './curve.ts'
import { clay, fill, line, num, oval } from './svg.ts'
import type { Svg } from './svg.ts'

const push = ([x, y]: Point, from: Point, by: number): Point => {
  const distance = Math.hypot(x - from[0], y - from[1]) || 1
  return [x + ((x - from[0]) / distance) * by, y + ((y - from[1]) / distance) * by]
}

/** Small curls along a line, as one soft mass: all edges lie under all fills. */
export const curls = (points: readonly Point[], colour: Hair['colour'], size: number): Svg => {
  const random = randomOf(points.length, 'curls')
  const rounds = spread(points, size * 1.05).map(([x, y]): readonly [number, number, number] => [
    x,
    y,
    size * (0.86 + random() * 0.3),
  ])
  const edge = shade(colour, 0.38)
  return (
    rounds.map(([x, y, r]) => fill(oval(x, y, r + 3), edge)).join('') +
    rounds.map(([x, y, r]) => clay(oval(x, y, r), colour, 0)).join('') +
    rounds
      .map(
        ([x, y, r]) =>
          line(
            `M${num(x - r * 0.5)} ${num(y + r * 0.1)}A${num(r * 0.52)} ${num(r * 0.52)} 0 1 1 ${num(x + r * 0.3)} ${num(y + r * 0.42)}`,
            shade(colour, 0.3),
            3.5,
            0.55,
          ) +
          line(
            `M${num(x - r * 0.62)} ${num(y - r * 0.3)}Q${num(x - r * 0.4)} ${num(y - r * 0.7)} ${num(x)} ${num(y - r * 0.72)}`,
            tint(colour, 0.6),
            3.5,
            0.5,
          ),
      )
      .join('')
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
        shape(spread(closed, 42).map((point, at) => push(point, middle, at % 2 === 0 ? 9 : -7))),
        colour,
      )
    case 'curly':
      return clay(shape(closed), colour) + curls(closed, colour, size)
  }
}
