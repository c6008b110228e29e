import { batch } from '@preact/signals-core'
import type { JobId } from '../../../../shared/ids.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import type { Sweep } from '../../../../shared/sweep.ts'
import { requestsOf } from '../../../../shared/sweep.ts'
import type { References } from '../../draft/reference/create-references.ts'
import type { RequestFacts } from '../../models/request-facts.ts'
import type { Panel } from '../../panel.ts'
import { boardOf } from './board-of.ts'

/** A cell that gets a place: `instead` of another job's, where that is still there. */
export type ReservedCell = { readonly job: JobId; readonly instead?: JobId }

export type SweepBoardsOptions = {
  readonly panel: Panel
  readonly references: Pick<References, 'permit'>
  readonly facts: RequestFacts
}

const GONE = 'The board of this sweep is no longer in the file.'

/** The boards of sweeps in the file. She is told where one is gone. */
export const createSweepBoards = ({ panel, references, facts }: SweepBoardsOptions) => {
  const { canvas, placeholders, sweeps } = panel
  const keep = (view: SweepView): void => {
    sweeps.value = [...sweeps.value.filter(({ section }) => section !== view.section), view]
  }
  const sayGone = () => canvas.notify({ message: GONE, error: false })

  return {
    /** The board as its sweep says, new without a section, with places for these cells. */
    put: async (
      section: string | null,
      sweep: Sweep,
      reserve: readonly ReservedCell[],
    ): Promise<void> => {
      const versions = facts.styleOf(sweep.base)?.versions ?? []
      const briefs = new Map(requestsOf(sweep).map(({ id, brief }) => [id, brief]))
      const answer = await canvas.putSweep({
        section,
        sweep,
        board: boardOf(sweep, { versions, capabilitiesOf: facts.capabilitiesOf }),
        reserve: reserve.map((cell) => ({ ...cell, brief: briefs.get(cell.job) ?? '' })),
      })
      if (answer === null) return sayGone()
      batch(() => {
        keep(answer.view)
        placeholders.add(answer.placeholders)
      })
    },
    /** What the section knows, without a change to its looks. */
    save: async (view: SweepView, sweep: Sweep): Promise<void> => {
      if (await canvas.saveSweep({ section: view.section, sweep })) keep({ ...view, sweep })
      else await sayGone()
    },
    /** Runs it once the sweep's reference may go where it is drawn over. */
    permit: ({ base }: Sweep, send: () => Promise<void>): Promise<void> =>
      base.reference === undefined
        ? send()
        : references.permit('The reference of this sweep', facts.engineOf(base), send),
  }
}
export type SweepBoards = ReturnType<typeof createSweepBoards>
