import type { Character, Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import type { Hex } from '../palette.ts'
import { mix, shade } from '../palette.ts'
import { at, clay, fill, glow, line, mirrored, oval } from './svg.ts'
import type { Svg } from './svg.ts'

const DARK = '#3f3134'
const CREAM: Hex = '#faf0df'

/** A pair of things left and right of a pet's own middle line, x = 0. */
const twins = (content: Svg): Svg => `<g transform="scale(-1 1)">${content}</g>${content}`

const eyes = (x: number, y: number, r = 9): Svg =>
  [-x, x]
    .map(
      (side) =>
        fill(oval(side, y, r, r * 1.2), DARK) + fill(oval(side - 3, y - 4, r * 0.4), '#ffffff'),
    )
    .join('')

const cheeks = (x: number, y: number): Svg => twins(glow(x, y, 16, 11, '#e58a80', 0.55))

const snout = (y: number, nose: Hex = '#6b4a4a'): Svg =>
  fill(`M-7 ${y}Q0 ${y - 4} 7 ${y}Q4 ${y + 8} 0 ${y + 8}Q-4 ${y + 8} -7 ${y}Z`, nose) +
  line(`M0 ${y + 8}Q-2 ${y + 16} -10 ${y + 15}M0 ${y + 8}Q2 ${y + 16} 10 ${y + 15}`, nose, 3.5)

const paws = (colour: Hex): Svg =>
  twins(clay('M8 -38Q30 -44 34 -10Q34 2 18 2Q4 2 6 -12Z', colour, 2.5))

const seated = (colour: Hex): Svg =>
  clay('M0 -86C44 -86 58 -44 56 -16Q54 4 0 4Q-54 4 -56 -16C-58 -44 -44 -86 0 -86Z', colour, 2.5)

/** A pet around 0,0 where it stands; about 120 wide and 170 high. */
const pet = ({ kind, colour, accent }: Thing<Kinds['pet']>): Svg => {
  switch (kind) {
    case 'cat':
      return (
        line('M44 -16Q92 -20 84 -70Q80 -92 64 -88', shade(colour, 0.38), 24) +
        line('M44 -16Q92 -20 84 -70Q80 -92 64 -88', colour, 18) +
        seated(colour) +
        fill(oval(0, -36, 24, 30), mix(accent, CREAM, 0.5), 0.9) +
        paws(colour) +
        twins(
          clay('M18 -152L56 -190L62 -128Z', colour, 2.5) +
            fill('M34 -152L52 -172L54 -138Z', '#e8a9a0'),
        ) +
        clay(oval(0, -116, 66, 54), colour, 2.5) +
        fill(oval(0, -98, 24, 18), mix(accent, CREAM, 0.6), 0.9) +
        line('M0 -166V-148M-16 -162L-13 -148M16 -162L13 -148', shade(colour, 0.3), 5, 0.5) +
        eyes(30, -116) +
        cheeks(44, -96) +
        snout(-104, '#c9787a') +
        twins(line('M44 -100L76 -106M44 -92L74 -90', shade(colour, 0.35), 2.5, 0.5))
      )
    case 'dog':
      return (
        line('M46 -24Q80 -44 74 -74', shade(colour, 0.38), 24) +
        line('M46 -24Q80 -44 74 -74', colour, 18) +
        seated(colour) +
        fill(oval(0, -36, 26, 32), mix(accent, CREAM, 0.5), 0.9) +
        paws(colour) +
        clay(
          'M0 -172C48 -172 68 -140 66 -108C64 -76 36 -66 0 -66C-36 -66 -64 -76 -66 -108C-68 -140 -48 -172 0 -172Z',
          colour,
          2.5,
        ) +
        fill(
          'M0 -160C14 -130 34 -104 26 -84Q0 -64 -26 -84C-34 -104 -14 -130 0 -160Z',
          mix(accent, CREAM, 0.6),
          0.95,
        ) +
        twins(
          clay(
            'M38 -160C78 -172 92 -120 80 -84Q62 -80 58 -104Q54 -140 38 -160Z',
            shade(colour, 0.2),
            2.5,
          ),
        ) +
        eyes(30, -118) +
        cheeks(44, -94) +
        snout(-104, '#5a4143') +
        fill('M-7 -86Q0 -70 7 -86Q0 -90 -7 -86Z', '#e08b88') +
        line('M-40 -66Q0 -52 40 -66', '#c9655a', 9) +
        fill(oval(0, -54, 8), '#ecc86f')
      )
    case 'fox':
      return (
        clay('M40 -10C100 0 116 -70 78 -104C84 -70 60 -50 40 -40Z', colour, 2.5) +
        clay('M78 -104C102 -84 104 -64 98 -50Q84 -62 76 -76Z', CREAM, 2) +
        seated(colour) +
        fill(oval(0, -34, 24, 32), CREAM, 0.95) +
        paws(shade(colour, 0.4)) +
        twins(
          clay('M18 -150L60 -198L66 -122Z', colour, 2.5) +
            fill('M36 -150L56 -174L58 -134Z', '#5a4143'),
        ) +
        clay(
          'M0 -166C40 -166 76 -136 82 -104Q44 -70 0 -62Q-44 -70 -82 -104C-76 -136 -40 -166 0 -166Z',
          colour,
          2.5,
        ) +
        twins(fill('M4 -66Q14 -104 52 -110Q70 -108 78 -104Q44 -72 4 -66Z', CREAM)) +
        eyes(30, -118) +
        snout(-86, '#4a3436')
      )
    case 'rabbit':
      return (
        clay(oval(52, -24, 20), CREAM, 2.5) +
        seated(colour) +
        fill(oval(0, -36, 26, 32), CREAM, 0.8) +
        paws(colour) +
        twins(
          clay('M10 -150C8 -230 40 -252 50 -224C58 -196 46 -160 34 -144Z', colour, 2.5) +
            fill('M20 -156C22 -214 38 -226 42 -212C44 -190 36 -168 30 -154Z', '#e8b4ab'),
        ) +
        clay(oval(0, -112, 62, 52), colour, 2.5) +
        eyes(28, -114) +
        cheeks(42, -94) +
        snout(-100, '#c9787a') +
        fill('M-6 -84h12v10h-12z', '#ffffff')
      )
    case 'bird':
      return (
        line('M-14 -6V4M14 -6V4', '#d79a55', 7) +
        clay('M-44 -30Q-96 -20 -100 4Q-60 4 -36 -8Z', shade(colour, 0.16), 2.5) +
        clay(
          'M0 -128C52 -128 66 -84 60 -48C54 -10 26 0 0 0C-30 0 -58 -14 -60 -52C-64 -96 -44 -128 0 -128Z',
          colour,
          2.5,
        ) +
        fill(oval(6, -36, 36, 34), mix(accent, CREAM, 0.5), 0.95) +
        clay(
          'M-54 -66Q-20 -70 -10 -40Q-26 -12 -58 -24Q-66 -48 -54 -66Z',
          shade(colour, 0.14),
          2.5,
        ) +
        line('M-6 -126Q-10 -148 -24 -150M2 -128Q6 -148 -4 -156', shade(colour, 0.1), 7) +
        eyes(24, -86) +
        cheeks(40, -66) +
        clay('M-12 -76Q0 -86 12 -76Q4 -54 0 -54Q-4 -54 -12 -76Z', '#e3a352', 2)
      )
    case 'duck':
      return (
        fill(oval(-18, 2, 18, 7) + oval(18, 2, 18, 7), '#e09a52') +
        clay(
          'M-40 -66C-20 -84 50 -84 70 -50Q92 -56 92 -40C86 0 50 4 0 4C-46 4 -66 -24 -40 -66Z',
          colour,
          2.5,
        ) +
        clay('M6 -54Q46 -62 62 -34Q40 -8 10 -20Z', shade(colour, 0.12), 2.5) +
        clay(oval(-16, -108, 52, 48), colour, 2.5) +
        at(
          -16,
          0,
          eyes(24, -112, 8) +
            cheeks(36, -94) +
            clay('M-22 -96Q0 -106 22 -96Q18 -78 0 -78Q-18 -78 -22 -96Z', '#e09a52', 2),
        )
      )
    case 'turtle':
      return (
        twins(clay('M30 -20Q64 -22 62 0Q50 8 30 2Z', mix(colour, '#d9cf9a', 0.5), 2.5)) +
        clay('M-72 -14C-70 -84 70 -84 72 -14Q0 8 -72 -14Z', shade(colour, 0.2), 2.5) +
        line('M-26 -62L-34 -10M26 -62L34 -10M-60 -40Q0 -20 60 -40', shade(colour, 0.42), 5, 0.6) +
        at(
          -50,
          8,
          clay(oval(0, -64, 42, 38), mix(colour, '#d9cf9a', 0.5), 2.5) +
            eyes(17, -68, 8) +
            cheeks(26, -54) +
            line('M-8 -52Q0 -44 8 -52', '#5a4a40', 3.5),
        )
      )
    case 'hedgehog':
      return (
        clay(
          'M-72 -6L-86 -34L-70 -44L-80 -72L-56 -74L-58 -102L-32 -96L-22 -120L0 -104L22 -120L32 -96L58 -102L56 -74L80 -72L70 -44L86 -34L72 -6Q0 14 -72 -6Z',
          colour,
          5,
        ) +
        clay(
          'M0 -82C36 -82 52 -54 48 -28C44 -4 22 0 0 0C-22 0 -44 -4 -48 -28C-52 -54 -36 -82 0 -82Z',
          mix(CREAM, '#e3b98f', 0.5),
          2.5,
        ) +
        eyes(20, -46, 8) +
        cheeks(32, -28) +
        fill(oval(0, -34, 8, 6), DARK) +
        line('M-8 -20Q0 -14 8 -20', DARK, 3.5) +
        twins(clay(oval(18, 0, 14, 8), '#e3b98f', 2))
      )
  }
}

const shadow = glow(0, 2, 86, 18, '#4f4c34', 0.45)

/** Pets stand on the base: the first at the right, the next at the left, one more in front of it. */
export const drawPets = ({ pets }: Character): Svg => {
  const [first, second, third] = pets.map((thing) => shadow + pet(thing))
  return (
    (second === undefined ? '' : mirrored(at(704, 880, second))) +
    (first === undefined ? '' : at(704, 884, first)) +
    (third === undefined ? '' : at(500, 926, third, 0.62))
  )
}
