import type { Handlers } from '../../shared/rpc.ts'
import type { SweepBoard, SweepView, sweepProcedures } from '../../shared/sweep-procedures.ts'
import type { Sweep } from '../../shared/sweep.ts'
import type { ScriptedFrame } from './scripted-canvas.ts'

/** A section that holds a sweep. */
export type ScriptedSweep = {
  readonly section: string
  sweep: Sweep
  board: SweepBoard | null
  isSelected: boolean
  isMine: boolean
}

/** The sweeps of the scripted canvas; `state.frames` are the cells' frames, too. */
export const scriptedSweeps = (
  given: readonly ScriptedSweep[],
  state: { frames: ScriptedFrame[] },
  nextNode: () => string,
) => {
  const all = given.map((sweep) => ({ ...sweep }))
  const viewOf = ({ section, sweep, board, isSelected, isMine }: ScriptedSweep): SweepView => ({
    section,
    name: board?.name ?? 'Sweep',
    sweep,
    drawn: sweep.jobs.filter((job) =>
      state.frames.some((frame) => frame.job === job && frame.recipe !== null),
    ),
    isSelected,
    isMine,
  })
  const find = (section: string | null) => all.find((one) => one.section === section)
  const handlers: Handlers<typeof sweepProcedures> = {
    putSweep: ({ section, sweep, board, reserve }) => {
      const before = find(section)
      if (section !== null && before === undefined) return null
      const one = before ?? { section: nextNode(), sweep, board, isSelected: true, isMine: true }
      if (before === undefined) all.push(one)
      Object.assign(one, { sweep, board, isMine: true })
      const placeholders = reserve.map(({ job, instead }) => {
        const old = state.frames.find((frame) => frame.job === instead && frame.recipe === null)
        const frame = old ?? { node: nextNode(), recipe: null, bytes: 0 }
        const waiting = Object.assign(frame, { job, index: 0, failure: null })
        if (old === undefined) state.frames.push(waiting)
        return { job, index: 0, node: waiting.node, failure: null }
      })
      return { view: viewOf(one), placeholders }
    },
    saveSweep: ({ section, sweep }) => {
      const one = find(section)
      if (one !== undefined) one.sweep = sweep
      return one !== undefined
    },
  }
  return {
    all,
    handlers,
    views: (): SweepView[] => all.map(viewOf),
    /** Undo, or the Delete key. */
    remove: (section: string) => {
      const gone = find(section)
      if (gone === undefined) return
      all.splice(all.indexOf(gone), 1)
      state.frames = state.frames.filter((frame) => !gone.sweep.jobs.includes(frame.job))
    },
  }
}
