import type { Character } from '../character.ts'
import type { Hex } from '../palette.ts'
import { mix, shade, tint } from '../palette.ts'
import { armOf, armPoses, legsOf } from './body.ts'
import type { ArmPose, Leg } from './body.ts'
import type { Point } from './curve.ts'
import { at, clay, fill, limb, line, mirrored, num, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

/** Cloth on a limb: how much of it is covered, from the trunk on. */
export type Cover = { readonly colour: Hex; readonly part: number; readonly width: number }

const between = (from: Point, to: Point, part: number): Point => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
]

/** The first part of a quadratic curve (de Casteljau). */
const firstPart = ([from, pull, to]: readonly [Point, Point, Point], part: number): string => {
  const bend = between(from, pull, part)
  const end = between(bend, between(pull, to, part), part)
  return `M${from.map(num).join(' ')}Q${bend.map(num).join(' ')} ${end.map(num).join(' ')}`
}

export const sleevesOf = ({ outer, top, onePiece }: Character): Cover | null => {
  if (outer !== null && outer.kind !== 'apron' && outer.kind !== 'vest')
    return { colour: outer.colour, part: 0.86, width: 52 }
  if (top !== null)
    return {
      colour: top.colour,
      part: top.kind === 'tShirt' ? 0.46 : 0.86,
      width: top.kind === 'sweater' || top.kind === 'hoodie' ? 54 : 50,
    }
  if (onePiece === null) return null
  switch (onePiece.kind) {
    case 'dress':
      return { colour: onePiece.colour, part: 0.34, width: 56 }
    case 'gown':
      return { colour: onePiece.colour, part: 0.3, width: 60 }
    case 'robe':
      return { colour: onePiece.colour, part: 0.84, width: 62 }
    case 'superhero':
      return { colour: onePiece.colour, part: 0.9, width: 47 }
    case 'overalls':
      return null
  }
}

const arm = (character: Character, pose: ArmPose): Svg => {
  const points = armOf(character, pose)
  const sleeve = sleevesOf(character)
  const hand = points[2]
  return (
    limb(firstPart(points, 1), character.skin, 40) +
    clay(oval(hand[0], hand[1], 25), character.skin) +
    (sleeve === null ? '' : limb(firstPart(points, sleeve.part), sleeve.colour, sleeve.width))
  )
}

const isRaised = (pose: ArmPose): boolean => pose === 'wave' || pose === 'up'

/** The arms that hang beside the trunk, or those that are raised before the head. */
export const drawArms = (character: Character, raised: boolean): Svg => {
  const { right, left } = armPoses(character)
  return (
    (isRaised(right) === raised ? arm(character, right) : '') +
    (isRaised(left) === raised ? mirrored(arm(character, left)) : '')
  )
}

const shoe = ({ shoes, skin }: Character): Svg => {
  const sole = (colour: Hex) => fill('M-40 15q40 14 84 0v8q-42 14-84 0z', colour)
  switch (shoes.kind) {
    case 'barefoot':
      return (
        clay('M-32 -18q30-14 50 4q20 8 18 22q-34 14-68 4q-10-14 0-30z', skin) +
        line('M14 14v6M25 12v6', shade(skin, 0.3), 3, 0.6)
      )
    case 'boots':
      return (
        clay('M-36 -62q32-10 64 0l2 42q20 10 15 36q-40 18-84 0z', shoes.colour) +
        sole(shade(shoes.colour, 0.35)) +
        line('M-34 -50q30 10 62 0', tint(shoes.colour, 0.45), 6, 0.8)
      )
    case 'sneakers':
      return (
        clay('M-36 -26q30-14 56 2q26 12 22 38q-40 16-82 0q-6-22 4-40z', shoes.colour) +
        sole('#fbf4e8') +
        line('M2 -18l16 6M-2 -8l18 6', '#fbf4e8', 5)
      )
    case 'shoes':
      return (
        clay('M-36 -22q30-12 54 2q28 12 24 36q-40 14-82 0q-6-20 4-38z', shoes.colour) +
        sole(shade(shoes.colour, 0.4))
      )
  }
}

const legCover = ({ bottom, onePiece }: Character): Cover | null => {
  if (bottom !== null && bottom.kind !== 'skirt')
    return {
      colour: bottom.colour,
      part: bottom.kind === 'shorts' ? 0.5 : 1,
      width: bottom.kind === 'jeans' ? 62 : 64,
    }
  if (onePiece?.kind === 'overalls') return { colour: onePiece.colour, part: 1, width: 66 }
  if (onePiece?.kind === 'superhero') return { colour: onePiece.colour, part: 1, width: 54 }
  return null
}

const leg = (character: Character, { path, foot, turn }: Leg, shod: boolean): Svg => {
  const cover = legCover(character)
  const covered =
    cover === null
      ? ''
      : cover.part === 1
        ? limb(path, cover.colour, cover.width)
        : // Half a leg: the path's own dashes end it, so that every pose has shorts.
          `<g stroke-dasharray="66 400">${limb(path, cover.colour, cover.width + 4)}</g>`
  const cuff =
    character.bottom?.kind === 'jeans' && shod
      ? line(
          `M${num(foot[0] - 34)} ${num(foot[1] - 24)}q28 8 56 0`,
          tint(character.bottom.colour, 0.5),
          9,
        )
      : ''
  const shoes = shod ? at(foot[0], foot[1], shoe(character), 1, turn) : ''
  return (
    limb(path, character.skin, 50) +
    covered +
    (character.shoes.kind === 'boots' ? '' : cuff) +
    shoes
  )
}

/** The sole of a shoe that points at the viewer. */
const sole = ({ shoes, skin }: Character): Svg =>
  shoes.kind === 'barefoot'
    ? clay(oval(0, 0, 31, 37), skin) +
      [-20, -7, 7, 20].map((x) => clay(oval(x, -30 + Math.abs(x) * 0.3, 8.5), skin, 2)).join('')
    : clay(oval(0, 0, 36, 42), shoes.colour) +
      clay(oval(1, 4, 25, 31), mix(shoes.colour, '#fbf4e8', 0.55), 2)

const isSkirted = ({ bottom, onePiece }: Character): boolean =>
  bottom?.kind === 'skirt' ||
  (bottom === null &&
    onePiece !== null &&
    onePiece.kind !== 'overalls' &&
    onePiece.kind !== 'superhero')

/** Legs and shoes, on the base: what lies behind the clothes, or what reaches out before them as one sits. */
export const drawLegs = (character: Character, before: boolean): Svg => {
  const { right, left } = legsOf(character)
  if (character.pose.legs !== 'sit')
    return before ? '' : mirrored(leg(character, left, true)) + leg(character, right, true)
  const soles = before ? pair(at(right.foot[0], right.foot[1], sole(character), 1, 8)) : ''
  return isSkirted(character) === before ? soles : pair(leg(character, right, false)) + soles
}
