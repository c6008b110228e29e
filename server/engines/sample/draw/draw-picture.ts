import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Character } from '../character.ts'
import { drawBehind, drawStraps } from './back.ts'
import type { Frame } from './backdrop.ts'
import { drawBackdrop } from './backdrop.ts'
import { drawBase } from './base.ts'
import { dropOf } from './body.ts'
import { drawFace } from './face.ts'
import { drawFacialHair } from './facial-hair.ts'
import { drawFlora } from './flora.ts'
import { drawBraids, drawHairBack } from './hair-back.ts'
import { drawHairFront, UNDER_HAT } from './hair-front.ts'
import { drawHat } from './hats.ts'
import { drawHead } from './head.ts'
import { drawHeld } from './held.ts'
import { drawArms, drawLegs } from './limbs.ts'
import { drawOutfit } from './outfit.ts'
import { paintsOf } from './paints.ts'
import { drawPets } from './pets.ts'
import { drawSampleMark } from './sample-mark.ts'
import { group, num } from './svg.ts'
import type { Svg } from './svg.ts'
import { drawAccessories, drawGlasses, drawNeckwear } from './worn.ts'

/** What must be seen of the plane: the figurine with raised arms, high hats and what it holds. */
const WHOLE = { width: 860, height: 1000 }

/** The part of the plane that fills a picture of this shape, with the figurine whole and in the middle. */
export const frameOf = ({ width, height }: Size): Frame => {
  const scale = Math.min(width / WHOLE.width, height / WHOLE.height)
  return {
    x: 500 - width / scale / 2,
    y: 500 - height / scale / 2,
    width: width / scale,
    height: height / scale,
  }
}

/** The head is drawn larger than it is shown, and turns about the chin. */
const onNeck = ({ pose, age }: Character, content: Svg): Svg => {
  const size = age === 'child' ? 0.98 : 0.92
  return group(
    content,
    `rotate(${num(pose.tilt)} 500 520) translate(${num(500 * (1 - size))} ${num(524 * (1 - size))}) scale(${size})`,
  )
}

const figurine = (character: Character): Svg => {
  const lifted = (content: Svg) => group(content, `translate(0 ${num(dropOf(character))})`)
  const body =
    lifted(drawBehind(character) + onNeck(character, drawHairBack(character))) +
    drawLegs(character, false) +
    lifted(drawOutfit(character)) +
    drawLegs(character, true) +
    lifted(
      drawStraps(character) +
        drawArms(character, false) +
        drawNeckwear(character) +
        onNeck(
          character,
          drawHead(character) +
            drawFace(character) +
            drawFacialHair(character) +
            drawGlasses(character) +
            drawHairFront(character) +
            drawAccessories(character) +
            drawHat(character),
        ) +
        onNeck(character, drawBraids(character)) +
        drawArms(character, true) +
        drawHeld(character),
    )
  return character.age === 'child' ? group(body, 'translate(70 120.68) scale(.86)') : body
}

/** The figurine on its base, with its pets and plants, on nothing. */
export const drawFigurine = (character: Character): Svg =>
  drawBase(character) +
  drawFlora(character, false) +
  figurine(character) +
  drawPets(character) +
  drawFlora(character, true)

/** What its paints are, as the content of `defs`. */
export const definitionsOf = (drawing: Svg): Svg => UNDER_HAT + paintsOf(drawing)

/** What a drawing lies over: a picture as a data URL, and how much the drawing covers it, from 0 to 1 (all of it). */
export type Underlay = { readonly url: string; readonly cover: number }

const over = ({ url, cover }: Underlay, { x, y, width, height }: Frame, drawing: Svg): Svg =>
  `<image href="${url}" x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" preserveAspectRatio="none"/><g opacity="${cover}">${drawing}</g>`

/** The whole picture as SVG: it holds no text, no font and no word of a brief. The mark is never covered. */
export const drawPicture = (
  character: Character,
  size: Size,
  underlay: Underlay | null = null,
): Svg => {
  const frame = frameOf(size)
  const drawing = drawBackdrop(frame, character.background) + drawFigurine(character)
  const picture =
    (underlay === null ? drawing : over(underlay, frame, drawing)) + drawSampleMark(frame)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${[frame.x, frame.y, frame.width, frame.height].map(num).join(' ')}" preserveAspectRatio="none"><defs>${definitionsOf(picture)}</defs>${picture}</svg>`
}
