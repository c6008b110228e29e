import type { EngineEvent } from '../../engine.ts'
import type { WirePrediction } from '../api/wire.ts'
import type { Price } from '../price/price-of.ts'
import type { Standing } from './next-poll.ts'
import { COLD_AFTER_MS } from './next-poll.ts'
import { readProgress } from './read-progress.ts'

type Progress = Omit<Extract<EngineEvent, { readonly type: 'progress' }>, 'type'>

export type Described = { readonly progress: Progress; readonly standing: Standing }

const since = (time: string | null | undefined, now: number): number => {
  const at = Date.parse(time ?? '')
  return Number.isNaN(at) ? 0 : Math.max(0, now - at)
}

/** A run that has not ended, in words and numbers. The bar counts the steps only; loading and saving come beside it. */
export const describeProgress = (
  prediction: WirePrediction,
  price: Price,
  now: number,
): Described => {
  if (prediction.status === 'starting') {
    const ageMs = since(prediction.created_at, now)
    const note =
      ageMs > COLD_AFTER_MS
        ? 'Waking the model, usually 30–120 s'
        : 'Waiting for a machine at Replicate'
    return {
      progress: { fraction: null, secondsLeft: null, note },
      standing: { state: 'starting', ageMs },
    }
  }
  const bar = readProgress(prediction.logs ?? '')
  const usualLeft = price.seconds - since(prediction.started_at, now) / 1000
  const isDrawn = bar !== null && bar.current >= bar.total
  // What comes after the last step has no bar: decoding and saving.
  const left = isDrawn ? Math.min(0, usualLeft) : (bar?.secondsLeft ?? usualLeft)
  const note = bar === null ? 'Getting ready' : isDrawn ? 'Finishing' : 'Drawing'
  return {
    progress: {
      fraction: bar === null ? null : bar.current / bar.total,
      secondsLeft: Math.max(0, left),
      note,
    },
    standing: { state: 'processing', leftMs: left * 1000 },
  }
}
