import type { Prepared } from '../../server/datasets/checks/pixels/likeness.ts'
import { likenessOf, prepare } from '../../server/datasets/checks/pixels/likeness.ts'
import { lookAt } from '../../server/datasets/checks/pixels/look.ts'
import { COPIES } from '../server/datasets/checks/change-picture.ts'
import { BRIEFS, drawFigurine } from '../server/datasets/checks/draw-figurine.ts'
import type { Measurement } from './figures.ts'

const SEEDS = [101, 202, 303, 404]

const prepareOf = async (bytes: Uint8Array): Promise<Prepared> =>
  prepare((await lookAt(bytes)).print)

const timeOf = async <T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> => {
  const before = process.cpuUsage()
  const value = await work()
  return { value, ms: process.cpuUsage(before).user / 1000 }
}

/** How often two figurines of one style are taken for one picture, and a copy of one for another figurine. */
export const nearDuplicates: Measurement = {
  name: 'near-duplicates',
  measure: async () => {
    const drawn = await Promise.all(
      BRIEFS.flatMap((brief) => SEEDS.map((seed) => drawFigurine(brief, seed))),
    )
    const looked = await timeOf(() => Promise.all(drawn.map(prepareOf)))
    const prints = looked.value
    const pairs = prints.flatMap((one, at) =>
      prints.slice(0, at).map((other) => [one, other] as const),
    )
    const compared = await timeOf(() => pairs.map(([one, other]) => likenessOf(one, other)))
    const count = (kind: string) => compared.value.filter((found) => found?.kind === kind).length
    const figures: Record<string, number> = {
      pictures: prints.length,
      pairs: pairs.length,
      falselySamePercent: (100 * count('same')) / pairs.length,
      falselyAlikePercent: (100 * count('alike')) / pairs.length,
      lookCpuMs: looked.ms / prints.length,
      compareCpuMs: compared.ms / pairs.length,
    }
    for (const [name, change] of Object.entries(COPIES)) {
      let missed = 0
      for (const [at, picture] of drawn.entries()) {
        const original = prints[at]
        if (original === undefined) throw new Error('A picture has no print.')
        const copy = await prepareOf(await change(picture))
        if (likenessOf(original, copy)?.kind !== 'same') missed += 1
      }
      figures[`${name}MissedPercent`] = (100 * missed) / drawn.length
    }
    return figures
  },
}
