import type { CheckCode, CheckReport, TrainAnyway } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DatasetId } from '../../../shared/ids.ts'
import type { Clock } from '../../clock.ts'
import type { DatasetStore } from '../dataset-store.ts'
import { freezePiece } from '../frozen-version.ts'
import type { PieceStore } from '../piece-store.ts'
import type { VersionStore } from '../version-store.ts'
import type { CheckRuns } from './create-check-runs.ts'

type Options = {
  readonly runs: CheckRuns
  readonly store: DatasetStore
  readonly pieces: PieceStore
  readonly versions: VersionStore
  readonly clock: Pick<Clock, 'now'>
}

/** Everything here throws AppError `not_found` where there is no such dataset or version. */
export type Checks = {
  /** How far they are; begins them where nobody has. */
  ofDataset: (id: DatasetId) => CheckReport
  ofVersion: (id: DatasetId, number: number) => CheckReport
  trainAnyway: (
    id: DatasetId,
    number: number,
    codes: readonly CheckCode[],
    by: string,
  ) => { readonly report: CheckReport; readonly trainAnyway: TrainAnyway[] }
  /** Throws AppError `conflict` unless all is looked at and nothing blocking is left that nobody accepted. */
  requireTrainable: (id: DatasetId, number: number) => void
}

const UNFINISHED =
  'The checks of this version are not finished. Nothing was started or charged. Wait until they are.'

/** What would spoil a training, of datasets and of their versions. */
export const createChecks = ({ runs, store, pieces, versions, clock }: Options): Checks => {
  const ofVersion = (id: DatasetId, number: number): CheckReport => {
    const { revision } = store.get(id)
    const { style, pieces: frozen } = versions.get(id, number).version
    const accepted = new Set(versions.accepted(id, number).map(({ code }) => code))
    // It never changes: its number says all.
    const subject = { key: `${id}@${number}`, revision: number, style, pieces: frozen }
    return { ...runs.report(subject, accepted), revision }
  }

  return {
    ofDataset: (id) => {
      const { style, revision } = store.get(id)
      const frozen = pieces.list(id).map(freezePiece)
      return runs.report({ key: id, revision, style, pieces: frozen }, new Set())
    },
    ofVersion,
    trainAnyway: (id, number, codes, by) => {
      versions.get(id, number)
      versions.accept(id, number, codes, by, clock.now())
      return { report: ofVersion(id, number), trainAnyway: versions.accepted(id, number) }
    },
    requireTrainable: (id, number) => {
      const { state, trainable, results } = ofVersion(id, number)
      if (trainable) return
      if (state !== 'done') throw new AppError('conflict', UNFINISHED)
      const left = results.filter(({ level, accepted }) => level === 'blocking' && !accepted)
      throw new AppError(
        'conflict',
        `${left.map(({ title }) => title).join(' ')} Nothing was started or charged. Mend it and freeze again, or choose to train anyway.`,
        { details: { codes: left.map(({ code }) => code) } },
      )
    },
  }
}
