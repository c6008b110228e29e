import type { Character, Thing } from './character.ts'
import { imagineHair } from './imagine-hair.ts'
import { imagineOutfit } from './imagine-outfit.ts'
import type { Kinds } from './kinds.ts'
import { EYE_COLOURS, SKINS, tint } from './palette.ts'
import { between, pick, randomOf } from './random.ts'
import type { Stated } from './stated.ts'
import { hexOf, saidOf, thingOf, thingsOf } from './things.ts'

const beardOf = (stated: Stated, hair: Character['hair']): Thing<Kinds['beard']> | null => {
  const said = saidOf(stated, 'beard')[0]
  if (said === undefined) return null
  const colour = said.tones[0] === undefined ? hair.colour : hexOf(said.tones[0])
  return { kind: said.kind, colour, accent: colour, pattern: null }
}

/** One figurine: what the brief states, and from the seed what it leaves open. The same two give the same one. */
export const imagine = (stated: Stated, seed: number): Character => {
  const gender =
    saidOf(stated, 'gender')[0]?.kind ??
    (saidOf(stated, 'beard').length > 0
      ? 'man'
      : pick(randomOf(seed, 'gender'), ['woman', 'man'] as const))
  const age = saidOf(stated, 'age')[0]?.kind ?? 'adult'
  const hair = imagineHair(stated, seed, gender, age)
  const face = randomOf(seed, 'face')
  const eyes = saidOf(stated, 'eyes')[0]?.tones[0]
  const background = saidOf(stated, 'background')[0]
  const backdrop = thingOf('background', 'background', background, seed).colour
  return {
    gender,
    age,
    skin: SKINS[
      saidOf(stated, 'skin')[0]?.kind ??
        pick(randomOf(seed, 'skin'), ['fair', 'light', 'light', 'tan'] as const)
    ],
    freckles: saidOf(stated, 'freckles').length > 0,
    face: {
      eyes:
        eyes === undefined
          ? pick(randomOf(seed, 'colour of eyes'), [
              EYE_COLOURS.brown,
              EYE_COLOURS.brown,
              EYE_COLOURS.green,
              EYE_COLOURS.blue,
            ])
          : hexOf(eyes, EYE_COLOURS),
      expression: saidOf(stated, 'expression')[0]?.kind ?? 'calm',
      spacing: face(),
      brows: face(),
      blush: face(),
    },
    hair,
    beard: beardOf(stated, hair),
    glasses: thingsOf(stated, 'glasses', seed)[0] ?? null,
    hat: thingsOf(stated, 'hat', seed)[0] ?? null,
    neck: thingsOf(stated, 'neck', seed)[0] ?? null,
    accessories: thingsOf(stated, 'accessory', seed),
    ...imagineOutfit(stated, seed, gender),
    back: thingsOf(stated, 'back', seed),
    held: thingsOf(stated, 'held', seed),
    pets: thingsOf(stated, 'pet', seed),
    pose: {
      arms:
        saidOf(stated, 'arms')[0]?.kind ??
        pick(randomOf(seed, 'arms'), ['down', 'down', 'hips', 'behind'] as const),
      legs: saidOf(stated, 'legs')[0]?.kind ?? 'stand',
      tilt: between(randomOf(seed, 'tilt'), -3.5, 3.5),
    },
    ground: thingsOf(stated, 'ground', seed),
    flora: seed,
    background: background === undefined ? backdrop : tint(backdrop, 0.45),
  }
}
