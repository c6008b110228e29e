import sharp from 'sharp'
import type { Character } from '../../../server/engines/sample/character.ts'
import { drawPicture } from '../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../server/engines/sample/parse-brief.ts'
import { pick, randomOf } from '../../../server/engines/sample/random.ts'
import { PIECE_SIDE } from '../../../shared/piece.ts'

const WHO = ['woman', 'man', 'girl', 'boy', 'old man', 'grandma', 'black man'] as const
const HAIR = [
  ...(['curly hair', 'short hair', 'long blonde hair', 'ginger ponytail', 'black bun'] as const),
  ...(['afro', 'pigtails', 'spiky hair', 'braids', 'bob cut with bangs'] as const),
] as const
const WORN = [
  ...(['superhero cape', 'green sweater and jeans', 'red dress', 'lab coat'] as const),
  ...(['yellow raincoat', 'blue overalls', 'suit', 'hoodie and shorts', 'purple gown'] as const),
  ...(['apron', 'leather jacket', 'kimono', 'white t shirt and skirt'] as const),
] as const
const WITH = [
  ...(['holding a balloon', 'with a cat', 'with a dog', 'reading a book', 'with glasses'] as const),
  ...(['wearing a scarf', 'with a guitar', 'wearing a beanie', 'with sunglasses'] as const),
  ...(['holding flowers', 'with backpack', 'witch hat', 'smiling', 'with camera'] as const),
] as const

/** One of some ten thousand figurines of one style; the same seed is the same one. */
export const figurine = (seed: number): Character => {
  const one = <T>(trait: string, choices: readonly [T, ...T[]]) =>
    pick(randomOf(seed, trait), choices)
  const words = `${one('who', WHO)} with ${one('hair', HAIR)} wearing ${one('worn', WORN)}, ${one('with', WITH)}`
  return imagine(parseBrief(words), seed)
}

/** As a piece: a PNG of 1024 × 1024 pixels. */
export const drawFigurine = (character: Character): Promise<Buffer> =>
  sharp(Buffer.from(drawPicture(character, { width: PIECE_SIDE, height: PIECE_SIDE })))
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer()
