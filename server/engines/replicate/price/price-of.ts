import * as v from 'valibot'
import type { Cost } from '../../../../shared/recipe.ts'
import type { ResolvedModel } from '../model/resolved-model.ts'
import { modelKey } from '../model/resolved-model.ts'
import type { MeasuredTimes } from './measured-times.ts'
import { PER_PICTURE, PER_SECOND, USUAL } from './price-table.ts'

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

/** By our own runs if there are any. The machine of a version is not told, so a price by the second is an estimate. */
export const priceOf = (model: ResolvedModel, measured: MeasuredTimes): Price => {
  // SDXL has a refiner; no Flux model does.
  const usual = model.schema.inputs.has('refine') ? USUAL.sdxl : USUAL.flux
  const seconds = measured.usual(modelKey(model)) ?? usual.seconds
  const listed = PER_PICTURE[model.name]
  if (listed !== undefined)
    return { usd: listed.usd, estimate: listed.estimate, seconds, perSecond: null }
  const perSecond = PER_SECOND[usual.hardware].usd
  return { usd: seconds * perSecond, estimate: true, seconds, perSecond }
}

/** What a run cost that took `seconds` of Replicate's time; null where it does not say. */
export const costOf = ({ usd, estimate, perSecond }: Price, seconds: number | null): Cost =>
  perSecond === null || seconds === null
    ? { usd, estimate }
    : { usd: seconds * perSecond, estimate: true }
