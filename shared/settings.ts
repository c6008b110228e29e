import * as v from 'valibot'
import { AspectRatio } from './aspect-ratio.ts'

/** Figma's canvas takes PNG, JPEG and GIF only (developers.figma.com: figma.createImage). */
export const PictureFormat = v.picklist(['png', 'jpg'])
export type PictureFormat = v.InferOutput<typeof PictureFormat>

/** Replicate's models read the seed as a 32-bit integer. */
export const Seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295))

/** How every picture of a job is made. The limits here are the widest of any engine; each reports its own. */
export const pictureEntries = {
  aspectRatio: AspectRatio,
  format: PictureFormat,
  /** Denoising steps. */
  steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** How closely the prompt is followed. */
  guidance: v.pipe(v.number(), v.minValue(0), v.maxValue(30)),
  /** LoRA strength: 1 is as trained, 0 is without it. */
  loraScale: v.pipe(v.number(), v.minValue(-2), v.maxValue(3)),
}

export const settingsEntries = {
  ...pictureEntries,
  /** Locked: the first picture's, and the next ones count up. Absent: the proxy chooses one for each picture. */
  seed: v.optional(Seed),
}

/** As they come in: a setting that is not known is refused. */
export const Settings = v.strictObject(settingsEntries)
export type Settings = v.InferOutput<typeof Settings>
