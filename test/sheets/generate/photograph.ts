import { randomOf } from '../../../server/engines/sample/random.ts'
import { between } from './draw.ts'

/** As a photo of the printed page: light that falls off to one side, a warm cast, the grain of paper and sensor. */
export const photograph = (
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
  seed: number,
): Uint8Array => {
  const random = randomOf(seed, 'photograph')
  const slope = { x: between(random, -0.14, 0.14), y: between(random, -0.14, 0.14) }
  const warm = [1, between(random, 0.97, 1), between(random, 0.9, 0.98)]
  const grain = between(random, 4, 9)
  const shot = new Uint8Array(pixels.length)
  for (let at = 0; at < width * height; at += 1) {
    const x = (at % width) / width - 0.5
    const y = Math.floor(at / width) / height - 0.5
    const light = 0.94 + slope.x * x + slope.y * y
    const noise = (random() + random() - 1) * grain
    for (let c = 0; c < 3; c += 1)
      shot[at * 3 + c] = Math.max(
        0,
        Math.min(255, Math.round((pixels[at * 3 + c] ?? 0) * light * (warm[c] ?? 1) + noise)),
      )
  }
  return shot
}
