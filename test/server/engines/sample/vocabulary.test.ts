import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../../server/engines/sample/kinds.ts'
import { pick, randomOf } from '../../../../server/engines/sample/random.ts'
import type { Entry } from '../../../../server/engines/sample/vocabulary.ts'
import { VOCABULARY } from '../../../../server/engines/sample/vocabulary.ts'
import { differences, pixelsOf, SIDE } from './pixels.ts'
import type { Region } from './pixels.ts'

const FIGURE: Region = [0.12, 0.02, 0.9, 0.95]
const HEAD: Region = [0.2, 0.02, 0.8, 0.56]
const HAIR: Region = [0.18, 0.06, 0.82, 0.76]
const TRUNK: Region = [0.27, 0.48, 0.73, 0.88]
const GROUND: Region = [0.18, 0.76, 0.82, 0.98]

/** Where a word may change the picture. */
const REGIONS: Readonly<Record<Slot, Region>> = {
  // Who it is decides hair, clothes and build; how old, the size; skin shows everywhere.
  gender: FIGURE,
  age: FIGURE,
  skin: [0.25, 0.2, 0.75, 0.86],
  // A pose moves the head as well.
  legs: FIGURE,
  arms: [0.22, 0.38, 0.78, 0.72],
  freckles: HEAD,
  eyes: HEAD,
  expression: HEAD,
  glasses: HEAD,
  fringe: HEAD,
  hat: HEAD,
  accessory: HEAD,
  hair: HAIR,
  haircut: HAIR,
  hairLength: HAIR,
  hairTexture: HAIR,
  beard: [0.28, 0.38, 0.72, 0.7],
  neck: [0.36, 0.48, 0.64, 0.72],
  outfit: TRUNK,
  onePiece: TRUNK,
  top: TRUNK,
  bottom: TRUNK,
  outer: TRUNK,
  shoes: [0.36, 0.74, 0.64, 0.92],
  back: [0.12, 0.36, 0.88, 0.86],
  // A hand rises to hold something.
  held: [0.5, 0.16, 0.92, 0.78],
  pet: [0.56, 0.58, 0.84, 0.94],
  ground: GROUND,
  background: [0, 0, 1, 1],
}

/** Words that carry a colour and draw nothing alone. */
const CARRIERS = new Set<Slot>(['eyes', 'hair', 'outfit', 'background'])
const COLOURED = {
  eyes: 'blue eyes',
  hair: 'white hair',
  outfit: 'purple outfit',
  background: 'blue background',
}

const regionsOf = ({ states, implies }: Entry): readonly Region[] =>
  [...states, ...implies].map(({ slot }) => REGIONS[slot])

const around = (regions: readonly Region[]): Region => [
  Math.min(...regions.map(([left]) => left)),
  Math.min(...regions.map(([, top]) => top)),
  Math.max(...regions.map(([, , right]) => right)),
  Math.max(...regions.map(([, , , bottom]) => bottom)),
]

const SPILL = SIDE * SIDE * 0.002
const SEEDS = [3, 4, 5, 6, 7, 8]

const cached = new Map<string, Promise<Buffer>>()
const pixels = (brief: string, seed: number): Promise<Buffer> => {
  const key = `${seed} ${brief}`
  const known = cached.get(key) ?? pixelsOf(brief, seed)
  cached.set(key, known)
  return known
}

describe('each word of the vocabulary', () => {
  const shown = VOCABULARY.filter(({ states, colour }) => {
    const slot = states[0]?.slot
    return slot === undefined || !CARRIERS.has(slot) || colour !== null
  })
  const words = [...shown.map((entry) => [entry.words[0]!, entry] as const)]

  it.each(words)('%s changes its region and nothing else', async (word, entry) => {
    const region = around(regionsOf(entry))
    // A seed may happen to have chosen what the word says; then the next one shows it.
    let inside = 0
    for (const seed of SEEDS) {
      const base = word === 'woman' ? 'man' : 'woman'
      const counts = differences(
        await pixels(base, seed),
        await pixels(`${base} ${word}`, seed),
        region,
      )
      const bare = differences(await pixels('', seed), await pixels(word, seed), region)
      inside = Math.max(inside, ['man', 'woman'].includes(word) ? bare.inside : counts.inside)
      expect(['man', 'woman'].includes(word) ? bare.outside : counts.outside).toBeLessThan(SPILL)
      if (inside > 0) break
    }
    expect(inside).toBeGreaterThan(0)
  })

  it.each(Object.entries(COLOURED))('%s show the colour that is said', async (slot, brief) => {
    const { inside, outside } = differences(
      await pixels('woman', 3),
      await pixels(`woman ${brief}`, 3),
      REGIONS[slot as keyof typeof COLOURED],
    )
    expect(inside).toBeGreaterThan(0)
    expect(outside).toBeLessThan(SPILL)
  })

  it('shows every colour by its name', async () => {
    const { COLOURS } = await import('../../../../server/engines/sample/palette.ts')
    const names = Object.keys(COLOURS)
    const dresses = await Promise.all(names.map((name) => pixels(`woman in a ${name} dress`, 3)))
    expect(new Set(dresses.map((dress) => dress.toString('base64'))).size).toBe(names.length)
  })
})

describe('pairs of words', () => {
  const alone = VOCABULARY.filter(({ states, colour }) => {
    const slot = states[0]?.slot
    return slot !== undefined && (!CARRIERS.has(slot) || colour !== null)
  })
  const random = randomOf(1, 'pairs')
  const choose = () => pick(random, alone as [Entry, ...Entry[]])
  const pairs = Array.from({ length: 180 }, () => [choose(), choose()] as const)
    .filter(([one, other]) => one.states[0]!.slot !== other.states[0]!.slot)
    .slice(0, 120)

  it.each(pairs.map(([one, other]) => [one.words[0]!, other.words[0]!, other] as const))(
    '%s with %s',
    async (one, other, entry) => {
      const region = around(regionsOf(entry))
      let inside = 0
      for (const seed of SEEDS) {
        const counts = differences(
          await pixels(one, seed),
          await pixels(`${one} with ${other}`, seed),
          region,
        )
        expect(counts.outside).toBeLessThan(SPILL)
        inside += counts.inside
        if (inside > 0) break
      }
      expect(inside).toBeGreaterThan(0)
    },
  )
})
