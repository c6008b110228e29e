import { Tensor } from 'onnxruntime-node'
import { componentsOf } from '../raster/components.ts'
import type { Components } from '../raster/components.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import type { Models } from './open-models.ts'
import type { TextLine } from './text-line.ts'

// As PP-OCR was trained and is used (PaddleOCR, DBPostProcess and NormalizeImage): blue, green, red.
const MEAN = [0.406, 0.456, 0.485]
const DEVIATION = [0.225, 0.224, 0.229]
/** What each value of a channel is to the model. */
const INPUT = MEAN.map((mean, channel) =>
  Float32Array.from(
    { length: 256 },
    (_, value) => (value / 255 - mean) / (DEVIATION[channel] ?? 1),
  ),
)
const PIXEL = 0.3
const SURE = 0.55
/** The detector marks the core of a line; the line is so much larger. */
const UNCLIP = 1.6
/** Sides of the detector's input are a multiple of this. */
const STEP = 32

const toInput = ({ data, width, height }: Raster): Tensor => {
  const size = width * height
  const input = new Float32Array(3 * size)
  for (let channel = 0; channel < 3; channel += 1) {
    // The models read blue first; ours have red first.
    const from = 2 - channel
    const values = INPUT[from] ?? []
    const start = channel * size
    for (let at = 0; at < size; at += 1) input[start + at] = values[data[at * 3 + from] ?? 0] ?? 0
  }
  return new Tensor('float32', input, [1, 3, height, width])
}

/** The line that a part of the probability map stands for: its middle, direction and extent by its pixels. */
const toLine = (
  { labels, parts }: Components,
  index: number,
  map: Float32Array,
  width: number,
): TextLine | null => {
  const part = parts[index]
  if (part === undefined || part.area < 8) return null
  const { box, label } = part
  let [n, sx, sy, sxx, syy, sxy, sum] = [0, 0, 0, 0, 0, 0, 0]
  const each = (visit: (x: number, y: number, at: number) => void) => {
    for (let y = box.y; y < box.y + box.h; y += 1)
      for (let x = box.x; x < box.x + box.w; x += 1)
        if (labels[y * width + x] === label) visit(x, y, y * width + x)
  }
  each((x, y, at) => {
    n += 1
    sx += x
    sy += y
    sxx += x * x
    syy += y * y
    sxy += x * y
    sum += map[at] ?? 0
  })
  const [mx, my] = [sx / n, sy / n]
  let angle = 0.5 * Math.atan2(2 * (sxy / n - mx * my), sxx / n - mx * mx - (syy / n - my * my))
  // Short words have no clear direction of their own.
  if (Math.max(box.w, box.h) < 1.6 * Math.min(box.w, box.h) || Math.abs(angle) < 0.05) angle = 0
  if (Math.abs(Math.abs(angle) - Math.PI / 2) < 0.05) angle = Math.PI / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  let [a0, a1, b0, b1] = [Infinity, -Infinity, Infinity, -Infinity]
  each((x, y) => {
    const along = x * cos + y * sin
    const across = -x * sin + y * cos
    a0 = Math.min(a0, along)
    a1 = Math.max(a1, along)
    b0 = Math.min(b0, across)
    b1 = Math.max(b1, across)
  })
  const [length, thickness] = [a1 - a0 + 1, b1 - b0 + 1]
  const grow = (length * thickness * UNCLIP) / (2 * (length + thickness))
  const [along, across] = [(a0 + a1) / 2, (b0 + b1) / 2]
  return {
    x: along * cos - across * sin + 0.5,
    y: along * sin + across * cos + 0.5,
    length: length + 2 * grow,
    thickness: thickness + 2 * grow,
    angle,
    score: sum / n,
  }
}

/** Lines of text in a picture that is looked at with its longest side at about `side` pixels. */
export const findText = async (
  { detector }: Models,
  picture: Raster,
  side: number,
): Promise<TextLine[]> => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const snap = (length: number) => Math.max(STEP, Math.round((length * scale) / STEP) * STEP)
  const [width, height] = [snap(picture.width), snap(picture.height)]
  const small = await resize(picture, { width, height })
  const output = await detector.run({ x: toInput(small) })
  const map = output[detector.outputNames[0] ?? '']?.data
  if (!(map instanceof Float32Array)) return []
  const data = new Uint8Array(map.length)
  for (let at = 0; at < map.length; at += 1) if ((map[at] ?? 0) > PIXEL) data[at] = 1
  const components = componentsOf({ width, height, data })
  const [fx, fy] = [picture.width / width, picture.height / height]
  return components.parts.flatMap((_, index) => {
    const line = toLine(components, index, map, width)
    if (line === null || line.score < SURE || line.thickness < 4) return []
    // The two scales differ by less than a step; the angle takes no harm.
    const upright = Math.abs(Math.sin(line.angle)) > 0.7
    return [
      {
        ...line,
        x: line.x * fx,
        y: line.y * fy,
        length: line.length * (upright ? fy : fx),
        thickness: line.thickness * (upright ? fx : fy),
      },
    ]
  })
}
