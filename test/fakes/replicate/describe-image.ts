import sharp from 'sharp'
import type { FileStore } from './file-store.ts'
import type { JsonObject } from './json-object.ts'
import type { Version } from './models/model.ts'
import { readBytes } from './read-reference.ts'

/** In sRGB. */
const COLOURS: readonly (readonly [string, number, number, number])[] = [
  ['red', 200, 40, 40],
  ['orange', 230, 140, 50],
  ['yellow', 230, 210, 70],
  ['green', 60, 150, 70],
  ['blue', 50, 80, 190],
  ['purple', 120, 60, 160],
  ['white', 245, 245, 245],
  ['grey', 128, 128, 128],
  ['black', 15, 15, 15],
  ['brown', 110, 75, 45],
]

/** What the picture really is most of: another picture has other words. */
const mainColour = async (bytes: Uint8Array): Promise<string> => {
  const { dominant } = await sharp(bytes).stats()
  const distance = ([, r, g, b]: (typeof COLOURS)[number]): number =>
    Math.hypot(dominant.r - r, dominant.g - g, dominant.b - b)
  return COLOURS.reduce((best, one) => (distance(one) < distance(best) ? one : best))[0]
}

/** Says what is in the picture, in the shape and with the small talk of each kind of model. */
export const describeImage = async (
  { answers = 'pieces' }: Version,
  { image }: JsonObject,
  files: FileStore,
): Promise<unknown> => {
  const bytes = typeof image === 'string' ? await readBytes(image, files) : null
  const colour = bytes === null ? 'grey' : await mainColour(bytes).catch(() => 'grey')
  const words = `a small clay figurine of a woman with curly hair in a ${colour} dress`
  switch (answers) {
    case 'pieces':
      return ['The image shows ', ...words.split(/(?<= )/), '. ', 'The background is plain.']
    case 'text':
      return `Caption: ${words}`
    case 'object':
      return {
        img: null,
        text: `{'<MORE_DETAILED_CAPTION>': 'The image shows ${words}. It has a round base.'}`,
      }
  }
}
