import { toDirections } from '../../server/judgements/feature-distance.ts'
import { judgeCopying } from '../../server/judgements/judge-copying.ts'
import {
  OFF_PALETTE,
  distanceToPieces,
  usualDistance,
} from '../../server/judgements/judge-palette.ts'
import { openModel } from '../../server/judgements/open-model.ts'
import { toLabPalette } from '../../server/judgements/palette-distance.ts'
import type { PictureFeatures } from '../../server/judgements/picture-features.ts'
import { extractFeatures } from '../../server/judgements/picture-features.ts'
import { drawFigurine, figurine } from '../server/judgements/draw-figurine.ts'
import type { Measurement } from './figures.ts'
import { drawCreature } from './judged/draw-creature.ts'
import { COPIES, RECOLOURED } from './judged/edits.ts'

/** A style with so many pieces from a seed on, and so many pictures of the style that repeat none of them. */
type Part = {
  readonly draw: (seed: number) => Promise<Uint8Array>
  /** A piece drawn once more with small things other; null where nobody can. */
  readonly redraw: ((seed: number) => Promise<Uint8Array>) | null
  readonly from: number
  readonly pieces: number
  readonly others: number
}

const OTHERS_FROM = 10_000

/** The same figurine as a model that learned it by heart would draw it: another ground, face and tilt. */
const redrawFigurine = (seed: number): Promise<Uint8Array> => {
  const [same, other] = [figurine(seed), figurine(seed + 70_000)]
  return drawFigurine({
    ...same,
    background: other.background,
    flora: other.flora,
    face: { ...other.face, expression: same.face.expression },
    pose: { ...same.pose, tilt: -same.pose.tilt },
  })
}
const FIGURINES = {
  draw: (seed: number) => drawFigurine(figurine(seed)),
  redraw: redrawFigurine,
  pieces: 12,
  others: 28,
}
/** The thresholds were chosen on the first; the others were held out. */
const PARTS: Readonly<Record<string, Part>> = {
  chosenOn: { ...FIGURINES, from: 0 },
  heldOut: { ...FIGURINES, from: 500 },
  otherStyle: { draw: drawCreature, redraw: null, from: 0, pieces: 10, others: 20 },
}

const percent = (flags: readonly boolean[]): number =>
  (100 * flags.filter(Boolean).length) / flags.length

const times = <T>(count: number, from: number, work: (seed: number) => Promise<T>) =>
  Array.from({ length: count }, (_, at) => from + at).reduce<Promise<T[]>>(
    async (done, seed) => [...(await done), await work(seed)],
    Promise.resolve([]),
  )

type Look = (picture: Uint8Array, mirrored?: boolean) => Promise<PictureFeatures>

const ratesOf = async ({ draw, redraw, from, pieces: count, others }: Part, look: Look) => {
  const pieces = await times(count, from, async (seed) => {
    const picture = await draw(seed)
    return { plain: await look(picture), mirrored: await look(picture, true) }
  })
  const directions = pieces.map(({ plain, mirrored }) => ({
    plain: toDirections(plain),
    mirrored: toDirections(mirrored),
  }))
  const palettes = pieces.map(({ plain }) => toLabPalette(plain.palette))
  const far = OFF_PALETTE * usualDistance(palettes)
  const copying = async (picture: Uint8Array) =>
    judgeCopying(toDirections(await look(picture)), directions)
  const isOff = async (picture: Uint8Array) =>
    distanceToPieces(toLabPalette((await look(picture)).palette), palettes) > far

  const copies = await times(count, from, async (seed) => {
    const picture = await draw(seed)
    const made = await Promise.all(Object.values(COPIES).map((edit) => edit(picture, seed * 7 + 1)))
    const all = redraw === null ? made : [...made, await redraw(seed)]
    return times(all.length, 0, async (at) => copying(all[at] ?? picture))
  })
  const strangers = await times(others, from + OTHERS_FROM, async (seed) => {
    const picture = await draw(seed)
    return { tooClose: (await copying(picture)).isTooClose, off: await isOff(picture) }
  })
  const recoloured = await times(Math.ceil(others / 4), from + OTHERS_FROM, async (seed) => {
    const picture = await draw(seed)
    const made = await Promise.all(Object.values(RECOLOURED).map((edit) => edit(picture, seed)))
    return times(made.length, 0, (at) => isOff(made[at] ?? picture))
  })
  return {
    CopiesFoundPercent: percent(copies.flat().map(({ isTooClose }) => isTooClose)),
    RightPiecePercent: percent(copies.flatMap((of, at) => of.map((each) => each.nearest === at))),
    FalseCopiesPercent: percent(strangers.map(({ tooClose }) => tooClose)),
    RecolouredFoundPercent: percent(recoloured.flat()),
    FalseOffPalettePercent: percent(strangers.map(({ off }) => off)),
  }
}

/** How often the checks of a version are right, on sets whose truth is known. */
export const judgementRates: Measurement = {
  name: 'judgement rates',
  measure: async () => {
    const model = await openModel()
    const look: Look = async (picture, mirrored = false) => {
      const features = await extractFeatures(model, picture, mirrored)
      if (features === null) throw new Error('A picture of the sets cannot be read.')
      return features
    }
    const rates = await times(Object.keys(PARTS).length, 0, async (at) => {
      const [name, part] = Object.entries(PARTS)[at] ?? []
      if (name === undefined || part === undefined) return []
      const found = Object.entries(await ratesOf(part, look))
      return found.map(([figure, value]) => [`${name}${figure}`, value] as const)
    })
    const figures = Object.fromEntries(rates.flat())
    const started = performance.now()
    await look(await drawFigurine(figurine(1)))
    return { ...figures, pictureMs: performance.now() - started }
  },
}
