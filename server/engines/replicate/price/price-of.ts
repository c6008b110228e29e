import * as v from 'valibot'
import type { Cost } from '../../../../shared/recipe.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import type { ResolvedModel } from '../model/resolved-model.ts'
import { modelKey } from '../model/resolved-model.ts'
import type { MeasuredTimes } from './measured-times.ts'
import { PER_PICTURE, PER_SECOND, UNKNOWN_PICTURE_USD, USUAL } from './price-table.ts'

/** The price of one picture before it is drawn, and how it comes about. */
export const Price = v.object({
  usd: v.number(),
  estimate: v.boolean(),
  /** The usual time of one picture, in seconds. */
  seconds: v.number(),
  /** US dollars a second; null where a picture has a price of its own. */
  perSecond: v.nullable(v.number()),
})
export type Price = v.InferOutput<typeof Price>

const usualOf = ({ inputs }: ModelSchema): (typeof USUAL)[keyof typeof USUAL] => {
  // SDXL has a refiner; no Flux model does. A trained Flux LoRA draws with `dev` or `schnell`, and asks which.
  if (inputs.has('refine')) return USUAL.sdxl
  return inputs.get('model')?.values?.includes('dev') === true ? USUAL.flux : USUAL.unknown
}

/**
 * By our own runs if there are any, and never silently: what is not listed is an estimate. Official models are charged
 * by the picture, all others by the second. The machine of a version is not told.
 */
export const priceOf = (model: ResolvedModel, measured: MeasuredTimes): Price => {
  const usual = usualOf(model.schema)
  const seconds = measured.usual(modelKey(model)) ?? usual.seconds
  const listed = PER_PICTURE[model.name]
  if (listed !== undefined)
    return { usd: listed.usd, estimate: listed.estimate, seconds, perSecond: null }
  if (model.version === null)
    return { usd: UNKNOWN_PICTURE_USD, estimate: true, seconds, perSecond: null }
  const perSecond = PER_SECOND[usual.hardware].usd
  return { usd: seconds * perSecond, estimate: true, seconds, perSecond }
}

/**
 * What a run cost that took `seconds` of Replicate's time; null where it does not say. By the second it stays an
 * estimate: the time is measured, but the machine is assumed, its price was read on some day, and no API tells the bill.
 */
export const costOf = ({ usd, estimate, perSecond }: Price, seconds: number | null): Cost =>
  perSecond === null || seconds === null
    ? { usd, estimate }
    : { usd: seconds * perSecond, estimate: true }
