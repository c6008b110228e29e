import type { Handlers } from '../../../shared/rpc.ts'
import type { sweepProcedures } from '../../../shared/sweep-procedures.ts'
import type { Finder } from '../canvas/create-finder.ts'
import type { PressAnchor } from '../canvas/create-press-anchor.ts'
import { toPlaceholder } from '../canvas/to-placeholder.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { drawnJobs } from './drawn-jobs.ts'
import type { MySweeps } from './my-sweeps.ts'
import { putSweep } from './put-sweep.ts'
import { readSweep, writeSweep } from './sweep-data.ts'
import { viewSweep } from './view-sweep.ts'

export type SweepOptions = {
  readonly finder: Finder
  readonly anchor: PressAnchor
  readonly mine: MySweeps
  readonly keepDocument: () => void
}

/** What the main thread does about sweeps; see shared/sweep-procedures.ts. */
export const sweepHandlers = ({
  finder,
  anchor,
  mine,
  keepDocument,
}: SweepOptions): Handlers<typeof sweepProcedures> => ({
  putSweep: async (input) => {
    keepDocument()
    const put = await putSweep({ finder, anchor }, input)
    if (put === null) return null
    await mine.add(input.sweep.id)
    const drawn = drawnJobs(await finder.pictures())
    return {
      view: viewSweep(put, { drawn, isMine: mine.has }),
      placeholders: put.placeholders.map(toPlaceholder).filter((one) => one !== null),
    }
  },
  saveSweep: async ({ section, sweep }) => {
    const found = readSweep(await figma.getNodeByIdAsync(section))
    if (found === null) return false
    undoStep(() => writeSweep(found.section, { ...found.data, sweep }))
    return true
  },
})
