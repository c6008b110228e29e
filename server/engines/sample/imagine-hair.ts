import type { Hair } from './character.ts'
import type { Kinds } from './kinds.ts'
import type { Hex } from './palette.ts'
import { HAIR_COLOURS } from './palette.ts'
import { pick, randomOf } from './random.ts'
import type { Stated } from './stated.ts'
import { hexOf, saidOf } from './things.ts'

/** Near each other, and good with every skin: drafts of one character stay that character. */
const COLOURS = [
  '#7d5640',
  '#6b4a3c',
  '#8f5f45',
  '#5a433b',
  '#a06a48',
] as const satisfies readonly Hex[]
const GREYS = ['#c9c3bd', '#e3ddd5', '#b3aca6'] as const satisfies readonly Hex[]

/** Hair of one head: each of its traits is the brief's, else the seed's. */
export const imagineHair = (
  stated: Stated,
  seed: number,
  gender: Kinds['gender'],
  age: Kinds['age'] | 'adult',
): Hair => {
  const tone = saidOf(stated, 'hair')[0]?.tones[0]
  const woman = gender === 'woman'
  return {
    cut: saidOf(stated, 'haircut')[0]?.kind ?? 'loose',
    length:
      saidOf(stated, 'hairLength')[0]?.kind ??
      (woman ? pick(randomOf(seed, 'hair length'), ['bob', 'long', 'long'] as const) : 'short'),
    texture:
      saidOf(stated, 'hairTexture')[0]?.kind ??
      pick(randomOf(seed, 'hair texture'), ['straight', 'wavy', 'straight'] as const),
    front:
      saidOf(stated, 'fringe').length > 0
        ? 'bangs'
        : pick(
            randomOf(seed, 'hair front'),
            woman
              ? (['swept', 'parted', 'bangs'] as const)
              : (['swept', 'back', 'swept', 'bangs'] as const),
          ),
    colour:
      tone === undefined
        ? pick(randomOf(seed, 'colour of hair'), age === 'old' ? GREYS : COLOURS)
        : hexOf(tone, HAIR_COLOURS),
  }
}
