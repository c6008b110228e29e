import { definitionsOf, drawFigurine } from '../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../server/engines/sample/parse-brief.ts'
import type { Random } from './draw.ts'
import { path, pick } from './draw.ts'
import type { Figure, Person } from './flat-figure.ts'
import { lettering } from './lettering.ts'

const BRIEFS = [
  'a woman with red hair, glasses and a green dress',
  'a man with a beard, blue shirt and a dog',
  'a girl in a yellow coat with a red cape',
  'a wizard with a long white beard and a purple hat',
  'a boy with curly black hair holding a balloon',
  'a chef with a white hat, holding a cake',
] as const

/** A figurine of the sample engine, with words on its base now and then. */
export const drawSampleFigure = (random: Random, person: Person): Figure => {
  const seed = Math.floor(random() * 1e6)
  const drawing = drawFigurine(imagine(parseBrief(pick(random, BRIEFS)), seed))
  const words = person.text === null ? null : lettering(person.text, person.font, 56)
  const defs = definitionsOf(drawing)
  if (person.text === null || words === null) return { svg: drawing, defs, words: null }
  const { d, width: w, height: h } = words
  const box = { x: 500 - w / 2, y: 898 - h / 2, w, h }
  const letters = `<g transform="translate(${box.x} ${box.y})">${path(d, '#fff8ea')}</g>`
  return { svg: drawing + letters, defs, words: { text: person.text, box } }
}
