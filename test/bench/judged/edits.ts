import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { between, pick, randomOf } from '../../../server/engines/sample/random.ts'

type Edit = (picture: Uint8Array, seed: number) => Promise<Buffer>

const SIDE = 1024
const png = (picture: Sharp) => picture.png({ compressionLevel: 1 }).toBuffer()
const draw = (seed: number, trait: string, low: number, high: number) =>
  between(randomOf(seed, trait), low, high)
const eitherWay = (seed: number, low: number, high: number) =>
  draw(seed, 'size', low, high) * pick(randomOf(seed, 'way'), [1, -1] as const)

const jpeg: Edit = (picture, seed) =>
  sharp(picture)
    .jpeg({ quality: Math.round(draw(seed, 'quality', 35, 80)) })
    .toBuffer()
const mirror: Edit = (picture) => png(sharp(picture).flop())
const crop: Edit = (picture, seed) => {
  const part = Math.round(SIDE * draw(seed, 'part', 0.8, 0.95))
  const [left, top] = ['left', 'top'].map((side) => Math.round(draw(seed, side, 0, SIDE - part)))
  return png(
    sharp(picture)
      .extract({ left: left ?? 0, top: top ?? 0, width: part, height: part })
      .resize(SIDE, SIDE),
  )
}
const colour: Edit = (picture, seed) =>
  png(
    sharp(picture).modulate({
      hue: Math.round(eitherWay(seed, 15, 60)),
      saturation: draw(seed, 'saturation', 0.7, 1.3),
      brightness: draw(seed, 'brightness', 0.85, 1.15),
    }),
  )

/** Ways in which a picture is still a copy of another one. */
export const COPIES = {
  jpeg,
  mirror,
  crop,
  colour,
  enlarged: async (picture) => png(sharp(await png(sharp(picture).resize(512))).resize(SIDE)),
  padded: async (picture, seed) => {
    const edge = Math.round(draw(seed, 'edge', 30, 130))
    const padded = sharp(picture).extend({
      ...{ top: edge, bottom: edge, left: edge, right: edge },
      extendWith: 'mirror',
    })
    return png(sharp(await png(padded)).resize(SIDE, SIDE))
  },
  turned: async (picture, seed) => {
    const turned = await png(sharp(picture).rotate(eitherWay(seed, 2, 6), { background: '#eee' }))
    return png(sharp(turned).resize(SIDE, SIDE, { fit: 'cover' }))
  },
  soft: (picture, seed) => png(sharp(picture).blur(draw(seed, 'blur', 1.5, 3))),
  'crop, colour, jpeg': async (picture, seed) =>
    jpeg(await colour(await crop(picture, seed), seed), seed),
} as const satisfies Record<string, Edit>

/** Ways in which a picture leaves the colours of its style. */
export const RECOLOURED = {
  'hue by 30 to 90': (picture, seed) =>
    png(sharp(picture).modulate({ hue: Math.round(eitherWay(seed, 30, 90)) })),
  grey: (picture) => png(sharp(picture).modulate({ saturation: 0.2 })),
  loud: (picture) => png(sharp(picture).modulate({ saturation: 1.8 })),
  dark: (picture) => png(sharp(picture).modulate({ brightness: 0.7 })),
} as const satisfies Record<string, Edit>
