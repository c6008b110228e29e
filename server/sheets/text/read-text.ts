import { Tensor } from 'onnxruntime-node'
import type { Raster } from '../raster/raster.ts'
import type { Models } from './open-models.ts'
import type { TextLine } from './text-line.ts'

/** What a line says, and how sure the recognizer is, from 0 to 1. */
export type Reading = { readonly text: string; readonly score: number }

/** The recognizer's input: 48 pixels high, at most so wide. */
const HEIGHT = 48
const WIDEST = 480
const WIDTH_STEP = 32

/** The line turned level, as blue, green, red from -1 to 1; beyond the picture's edge, its edge. */
const levelled = ({ data, width, height }: Raster, line: TextLine, turn: number): Tensor => {
  const wide = Math.min(WIDEST, Math.max(16, (line.length * HEIGHT) / line.thickness))
  const columns = Math.ceil(wide / WIDTH_STEP) * WIDTH_STEP
  const size = columns * HEIGHT
  const input = new Float32Array(3 * size)
  const angle = line.angle + turn
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [stepX, stepY] = [line.length / wide, line.thickness / HEIGHT]
  for (let v = 0; v < HEIGHT; v += 1)
    for (let u = 0; u < wide; u += 1) {
      const along = (u + 0.5) * stepX - line.length / 2
      const across = (v + 0.5) * stepY - line.thickness / 2
      const x = line.x + along * cos - across * sin - 0.5
      const y = line.y + along * sin + across * cos - 0.5
      const x0 = Math.max(0, Math.min(width - 2, Math.floor(x)))
      const y0 = Math.max(0, Math.min(height - 2, Math.floor(y)))
      const fx = Math.max(0, Math.min(1, x - x0))
      const fy = Math.max(0, Math.min(1, y - y0))
      const at = (y0 * width + x0) * 3
      for (let c = 0; c < 3; c += 1) {
        const upper = (data[at + c] ?? 0) * (1 - fx) + (data[at + 3 + c] ?? 0) * fx
        const under = at + width * 3 + c
        const lower = (data[under] ?? 0) * (1 - fx) + (data[under + 3] ?? 0) * fx
        input[(2 - c) * size + v * columns + u] = (upper * (1 - fy) + lower * fy) / 127.5 - 1
      }
    }
  return new Tensor('float32', input, [1, 3, HEIGHT, columns])
}

/** The likeliest class at each place; repeats are one, and class 0 is nothing. */
const decode = (data: Float32Array, classes: number, characters: readonly string[]): Reading => {
  let text = ''
  let sum = 0
  let count = 0
  let last = 0
  for (let start = 0; start < data.length; start += classes) {
    let best = 0
    for (let at = 1; at < classes; at += 1)
      if ((data[start + at] ?? 0) > (data[start + best] ?? 0)) best = at
    if (best !== 0 && best !== last) {
      text += characters[best] ?? ''
      sum += data[start + best] ?? 0
      count += 1
    }
    last = best
  }
  return { text: text.trim(), score: count === 0 ? 0 : sum / count }
}

const readTurned = async (models: Models, picture: Raster, line: TextLine, turn: number) => {
  const { recognizer, characters } = models
  const output = await recognizer.run({ x: levelled(picture, line, turn) })
  const scores = output[recognizer.outputNames[0] ?? '']
  if (!(scores?.data instanceof Float32Array)) return { text: '', score: 0 }
  return decode(scores.data, scores.dims.at(-1) ?? 1, characters)
}

/** Reads one line; one that stands upright may be written either way, and the better reading counts. */
export const readText = async (
  models: Models,
  picture: Raster,
  line: TextLine,
): Promise<Reading> => {
  const first = await readTurned(models, picture, line, 0)
  if (Math.abs(Math.sin(line.angle)) < 0.7 || first.score > 0.95) return first
  const other = await readTurned(models, picture, line, Math.PI)
  return other.score > first.score ? other : first
}
