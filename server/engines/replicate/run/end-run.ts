import type { JobError } from '../../../../shared/errors.ts'
import type { Cost } from '../../../../shared/recipe.ts'
import { createSlots } from '../../../create-slots.ts'
import type { EngineEvent } from '../../engine.ts'
import type { WirePrediction } from '../api/wire.ts'
import type { FetchPicture } from '../picture/fetch-picture.ts'
import type { MeasuredTimes } from '../price/measured-times.ts'
import type { Price } from '../price/price-of.ts'
import { costOf } from '../price/price-of.ts'
import type { ReplicateHandle } from './handle.ts'
import type { Verdict } from './judge-run.ts'
import { secondsOf } from './judge-run.ts'

export type EndRun = (
  prediction: WirePrediction,
  verdict: Exclude<Verdict, { readonly state: 'going' }>,
  handle: ReplicateHandle,
  signal: AbortSignal,
) => AsyncGenerator<EngineEvent, void>

/** Runs end in crowds: the pictures of so many are in memory at the same time, from the download to the disk. */
const AT_ONCE = 8

type Options = { readonly fetchPicture: FetchPicture; readonly measured: MeasuredTimes }

const failedCost = (price: Price, error: JobError, seconds: number | null): { cost?: Cost } => {
  switch (error.charged) {
    case 'no':
      return { cost: { usd: 0, estimate: false } }
    case 'yes':
      return { cost: costOf(price, seconds) }
    case 'maybe':
      return {}
  }
}

/** What is left to do for a run that has ended on Replicate: its picture, its price, and the reason if there is none. */
export const createEndRun = ({ fetchPicture, measured }: Options): EndRun => {
  const slots = createSlots(AT_ONCE)
  return async function* (prediction, verdict, { model, price, format }, signal) {
    const seconds = secondsOf(prediction)
    if (verdict.state === 'failed') {
      const { error } = verdict
      yield { type: 'failed', error, ...failedCost(price, error, seconds) }
      return
    }
    if (seconds !== null) measured.record(model, seconds)
    for (const message of verdict.warnings) yield { type: 'warning', message }
    yield { type: 'progress', fraction: 1, secondsLeft: 0, note: 'Fetching the picture' }
    const cost = costOf(price, seconds)
    const giveBack = await slots.take()
    try {
      const fetched = await fetchPicture(verdict.url, format, signal)
      if (fetched === null) return
      if (fetched.state === 'failed') yield { type: 'failed', error: fetched.error, cost }
      else {
        const { bytes, header } = fetched
        // Whoever reads this event has stored the picture when they ask on or turn away.
        yield { type: 'finished', bytes, header, cost, ...(seconds !== null && { seconds }) }
      }
    } finally {
      giveBack()
    }
  }
}
