import * as v from 'valibot'
import { CaptionHints } from './caption-hints.ts'
import { Exported, PieceChoices, PieceMemory } from './piece-memory.ts'
import { NodeId, PictureRef } from './picture-ref.ts'
import type { Procedures } from './rpc.ts'
import { LeftOut, Probes, RenderPlan, TrainingSwitches } from './training.ts'

const Nothing = v.void()

/** The most layers of a selection that become pieces at once. */
export const SUBJECT_LIMIT = 500

/** A selected layer that can become a training picture, or one for each of its parts. */
export const Subject = v.object({
  node: NodeId,
  name: v.string(),
  /** Layers in it that may be figurines of their own, in reading order; none or at least two. */
  parts: v.array(v.object({ node: NodeId, name: v.string() })),
  /** The parts lie apart, as in a grid, so that each is probably a figurine. */
  areApart: v.boolean(),
})
export type Subject = v.InferOutput<typeof Subject>

/** What can be said of a training picture before it is drawn. */
export const PieceFacts = v.object({
  node: NodeId,
  name: v.string(),
  /** Pixels. */
  width: v.number(),
  height: v.number(),
  /** Why there is no picture of it, in words. */
  problem: v.nullable(v.string()),
  /** What she should know about it, in words. */
  notes: v.array(v.string()),
  /** The picture in 16 digits: others as soon as anything that is drawn changes. */
  content: v.string(),
  leftOut: v.array(LeftOut),
  hints: CaptionHints,
  /** The draft that it grew from, and that draft's brief while the draft is in the file. */
  finishedOf: v.nullable(PictureRef),
  brief: v.nullable(v.string()),
  /** How much of the square lies around it, from 0 to 1. */
  padding: v.number(),
  /** For how much of it was generated; null when nothing was. */
  probes: v.nullable(Probes),
  memory: v.nullable(PieceMemory),
})
export type PieceFacts = v.InferOutput<typeof PieceFacts>

/** What the panel asks of the main thread about training pictures. */
export const datasetProcedures = {
  /** What is selected on the current page, in reading order: at most 500 of `count`. */
  listSubjects: {
    input: v.object({ names: TrainingSwitches.entries.names }),
    output: v.object({ count: v.number(), subjects: v.array(Subject) }),
  },
  /** Throws AppError `canvas_failed` for a layer that is gone. */
  inspectPiece: { input: RenderPlan, output: PieceFacts },
  /** The picture as PNG, `side` pixels wide and high, opaque; throws AppError `canvas_failed` in words. */
  renderPiece: {
    input: v.object({
      plan: RenderPlan,
      side: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(1024)),
    }),
    output: v.object({ bytes: v.instance(Uint8Array), content: v.string(), padding: v.number() }),
  },
  /** Layers remember what they were exported as and how, in one undo step; those that are gone are passed over. */
  rememberPieces: {
    input: v.object({
      pieces: v.array(v.object({ node: NodeId, exported: Exported, choices: PieceChoices })),
    }),
    output: Nothing,
  },
  /** What she decided about layers, in one undo step. */
  choosePieces: {
    input: v.object({ nodes: v.array(NodeId), choices: PieceChoices }),
    output: Nothing,
  },
  /**
   * The picture of a layer's image fill, as it was put into the file: an old design sheet. Throws AppError
   * `canvas_failed` in words for a layer that is gone or has none.
   */
  readFill: {
    input: v.object({ node: NodeId }),
    output: v.object({ name: v.string(), bytes: v.instance(Uint8Array) }),
  },
  /** Selects a layer and brings it into view, on whatever page it is. */
  revealLayer: { input: v.object({ node: NodeId }), output: v.object({ found: v.boolean() }) },
  /** Null until she changed them. */
  loadSwitches: { input: Nothing, output: v.nullable(TrainingSwitches) },
  saveSwitches: { input: TrainingSwitches, output: Nothing },
} as const satisfies Procedures
