import sharp from 'sharp'

/** Small enough to be read in no time, large enough to have an edge. Pixels. */
const SIDE = 32

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The colour that most of a picture's edge has: what it is padded with. */
export const edgeColour = async (bytes: Uint8Array) => {
  const pixels = await sharp(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer()
  const edge = Array.from({ length: SIDE * SIDE }, (_, at) => at).filter((at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)]
    return Math.min(x, y, SIDE - 1 - x, SIDE - 1 - y) === 0
  })
  const channel = (offset: number) => median(edge.map((at) => pixels[at * 3 + offset] ?? 0))
  return { r: channel(0), g: channel(1), b: channel(2) }
}
