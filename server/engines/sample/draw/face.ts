import type { Character } from '../character.ts'
import { mix, shade, tint } from '../palette.ts'
import { fill, glow, line, mirrored, num, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

/** The middle of the eye on the right, before the head is scaled. */
export const eyeOf = ({ face }: Character): readonly [x: number, y: number] => [
  578 + face.spacing * 8,
  398,
]

const openEye = (character: Character): Svg => {
  const [x, y] = eyeOf(character)
  const { eyes } = character.face
  const rim = mix('#3a2a2c', shade(eyes, 0.6), 0.25)
  const lashes =
    character.gender === 'woman'
      ? line(
          `M${num(x + 22)} ${num(y - 24)}Q${num(x + 34)} ${num(y - 28)} ${num(x + 40)} ${num(y - 40)}M${num(x + 27)} ${num(y - 12)}Q${num(x + 38)} ${num(y - 14)} ${num(x + 45)} ${num(y - 24)}`,
          rim,
          6,
        )
      : ''
  return (
    lashes +
    fill(oval(x, y, 28, 37), rim) +
    fill(oval(x, y + 8, 22, 26), eyes) +
    fill(oval(x, y + 19, 15, 13), tint(eyes, 0.42)) +
    fill(oval(x, y + 1, 13, 17), '#2f2224')
  )
}

/** Light falls from the upper left on both eyes. */
const sparkle = (x: number, y: number): Svg =>
  fill(oval(x - 9, y - 14, 10, 12), '#fffdf8') + fill(oval(x + 10, y + 15, 5.5), '#fffdf8', 0.85)

const closedEye = (character: Character, happy: boolean): Svg => {
  const [x, y] = eyeOf(character)
  return line(
    happy
      ? `M${num(x - 28)} ${num(y + 10)}Q${num(x)} ${num(y - 28)} ${num(x + 28)} ${num(y + 10)}`
      : `M${num(x - 28)} ${num(y + 2)}Q${num(x)} ${num(y + 26)} ${num(x + 28)} ${num(y + 2)}`,
    '#4a3436',
    9,
  )
}

const eyes = (character: Character): Svg => {
  const [x, y] = eyeOf(character)
  switch (character.face.expression) {
    case 'laugh':
      return pair(closedEye(character, true))
    case 'sleepy':
      return pair(closedEye(character, false))
    case 'wink':
      return mirrored(openEye(character)) + sparkle(1000 - x, y) + closedEye(character, true)
    case 'calm':
    case 'smile':
    case 'sad':
    case 'surprised':
    case 'angry':
      return pair(openEye(character)) + sparkle(x, y) + sparkle(1000 - x, y)
  }
}

const brow = (character: Character): Svg => {
  const [x] = eyeOf(character)
  const y = 338 - character.face.brows * 6
  const { expression } = character.face
  const [inner, outer] =
    expression === 'sad' ? [-14, 8] : expression === 'angry' ? [18, -8] : [0, 2]
  const high = expression === 'surprised' ? 14 : 0
  return line(
    `M${num(x - 26)} ${num(y + inner - high)}Q${num(x + 2)} ${num(y - 14 - high)} ${num(x + 30)} ${num(y + outer - high)}`,
    shade(character.hair.colour, 0.32),
    character.gender === 'man' ? 11 : 8,
    0.85,
  )
}

const open = (d: string): Svg =>
  fill(d, '#8c4046') + `<path d="${d}" fill="none" stroke="#6d3338" stroke-width="4"/>`

const mouth = ({ face, skin }: Character): Svg => {
  const lip = mix('#8a4a48', shade(skin, 0.75), 0.5)
  switch (face.expression) {
    case 'calm':
      return line('M470 459Q500 486 530 459', lip, 7)
    case 'smile':
      return (
        line('M456 452Q500 504 544 452', lip, 7.5) +
        line('M450 448Q455 448 460 455M550 448Q545 448 540 455', lip, 5)
      )
    case 'wink':
      return line('M466 458Q502 492 534 454', lip, 7)
    case 'sleepy':
      return line('M484 466Q500 476 516 466', lip, 7)
    case 'sad':
      return (
        line('M476 474Q500 454 524 474', lip, 7) +
        fill('M594 442q14 20 0 28q-14-8 0-28z', '#9cc3dc')
      )
    case 'angry':
      return line('M472 472Q500 460 528 472', lip, 7)
    case 'surprised':
      return open(oval(500, 468, 15, 18))
    case 'laugh':
      return (
        open('M458 450Q500 462 542 450Q540 498 500 500Q460 498 458 450Z') +
        fill('M476 490Q500 474 524 490Q500 504 476 490Z', '#e08b88') +
        fill('M468 454Q500 464 532 454L530 464Q500 472 470 464Z', '#fffaf2')
      )
  }
}

const freckles = (skin: Character['skin']): Svg =>
  pair(
    [
      [584, 446],
      [604, 440],
      [622, 448],
      [596, 458],
      [614, 462],
    ]
      .map(([x = 0, y = 0]) => fill(oval(x, y, 4.2), shade(skin, 0.4), 0.75))
      .join(''),
  )

const years = (skin: Character['skin']): Svg =>
  pair(
    line('M636 416q14-6 20-14M638 428q14 2 22-2M548 448q14 10 10 26', shade(skin, 0.35), 4, 0.55),
  ) + line('M462 296q38-8 76 0M472 280q28-6 56 0', shade(skin, 0.35), 4, 0.3)

/** The face, on a head that is 384 wide with its chin at 500,520. */
export const drawFace = (character: Character): Svg => {
  const { skin, face, age, freckles: freckled } = character
  const pink = mix('#e58a80', skin, 0.15)
  return (
    pair(glow(618, 452, 52, 36, pink, 0.5 + face.blush * 0.25)) +
    (age === 'old' ? years(skin) : '') +
    (freckled ? freckles(skin) : '') +
    pair(brow(character)) +
    eyes(character) +
    line('M491 436Q500 444 509 436', shade(skin, 0.36), 6, 0.8) +
    mouth(character)
  )
}
