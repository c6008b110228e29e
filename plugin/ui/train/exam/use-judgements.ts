import { useEffect } from 'preact/hooks'
import type { Judgement } from '../../../../shared/contract/index.ts'
import type { FileId } from '../../../../shared/ids.ts'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { wordsOf } from '../../words/words-of.ts'
import type { TrainedOrigin } from './examined-versions.ts'
import { followJudgements } from './follow-judgements.ts'

export type Judgements = {
  readonly of: ReadonlyMap<FileId, Judgement>
  /** How much of the work is done, from 0 to 1; null: all of it. */
  readonly fraction: number | null
  /** What went wrong, in words. */
  readonly failure: string | null
}

const NOTHING: Judgements = { of: new Map(), fraction: null, failure: null }

/** How pictures compare with what a version was trained on, as it is found out. */
export const useJudgements = (
  origin: TrainedOrigin | null,
  files: readonly FileId[],
): Judgements => {
  const { panel } = usePanel()
  const found = useSignal(NOTHING)
  useEffect(() => {
    if (origin === null || files.length === 0) return
    return followJudgements(
      panel,
      origin,
      files,
      ({ judgements, pending, fraction, failed }) => {
        found.value = {
          of: new Map(judgements.map((one) => [one.file, one])),
          fraction: pending.length === 0 ? null : fraction,
          failure: failed[0]?.message ?? null,
        }
      },
      (error) => (found.value = { ...found.value, fraction: null, failure: wordsOf(error) }),
    )
  }, [files.join(), origin?.training])
  return found.value
}
