import * as v from 'valibot'
import { JobId } from './ids.ts'
import { NodeId, Placeholder } from './picture-ref.ts'
import type { Procedures } from './rpc.ts'
import { Sweep } from './sweep.ts'

const Pixels = v.pipe(v.number(), v.minValue(1), v.maxValue(100_000))

/** A sweep in the file. */
export const SweepView = v.object({
  section: NodeId,
  /** The section's. */
  name: v.string(),
  sweep: Sweep,
  /** Cells whose draft is in the file, wherever she moved it. */
  drawn: v.array(JobId),
  /** The section or something on it is selected. */
  isSelected: v.boolean(),
  /** Pressed by this person on this device: others' sweeps go on with a press of their own only. */
  isMine: v.boolean(),
})
export type SweepView = v.InferOutput<typeof SweepView>

/** What a board looks like: empty words take no room. */
export const SweepBoard = v.object({
  name: v.string(),
  /** Above the columns, one for each. */
  columns: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Before the rows; empty for none. */
  rows: v.array(v.string()),
  /** As they stand, row by row; the size is that of the picture, in pixels. */
  cells: v.array(v.object({ job: JobId, width: Pixels, height: Pixels, caption: v.string() })),
})
export type SweepBoard = v.InferOutput<typeof SweepBoard>

/** What the panel asks of the main thread about sweeps. Each change is one undo step. */
export const sweepProcedures = {
  /**
   * A board with placeholders for the cells to be drawn: beside the selection, or one that is there, which grows. The
   * placeholder of another job is taken over where that is still there. Null: the section is gone.
   */
  putSweep: {
    input: v.object({
      section: v.nullable(NodeId),
      sweep: Sweep,
      board: SweepBoard,
      reserve: v.array(
        v.object({ job: JobId, brief: v.string(), instead: v.optional(v.nullable(JobId), null) }),
      ),
    }),
    output: v.nullable(v.object({ view: SweepView, placeholders: v.array(Placeholder) })),
  },
  /** What the section knows of its sweep, and nothing else of it. False: the section is gone. */
  saveSweep: { input: v.object({ section: NodeId, sweep: Sweep }), output: v.boolean() },
} as const satisfies Procedures
