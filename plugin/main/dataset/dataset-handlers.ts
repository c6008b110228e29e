import type { datasetProcedures } from '../../../shared/dataset-procedures.ts'
import { PIECE_SIDE } from '../../../shared/piece.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import { TrainingSwitches } from '../../../shared/training.ts'
import { versioned } from '../../../shared/versioned.ts'
import type { Finder } from '../canvas/create-finder.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { load, save } from '../storage.ts'
import type { Stages } from './create-stages.ts'
import { findLayer } from './find-layer.ts'
import type { ImageRegistry } from './known-images.ts'
import { inspectPiece } from './inspect-piece.ts'
import { listSubjects } from './list-subjects.ts'
import { writePieceMemory } from './piece-memory.ts'
import { readFill } from './read-fill.ts'
import { renderPiece } from './render-piece.ts'
import { revealLayer } from './reveal-layer.ts'

export type DatasetTools = {
  readonly finder: Finder
  readonly stages: Stages
  readonly images: ImageRegistry
  /** Pieces say which document they are from, so it has its id from the first one on. */
  readonly keepDocument: () => void
}

const SWITCHES_KEY = 'training'
const storedSwitches = versioned(TrainingSwitches)

/** What is still there of what was found, each with its layer. */
const withLayers = async <T extends { readonly node: string }>(
  things: readonly T[],
): Promise<readonly (T & { readonly layer: SceneNode })[]> => {
  const found = await Promise.all(things.map(({ node }) => findLayer(node)))
  return things.flatMap((thing, at) => {
    const layer = found[at] ?? null
    return layer === null || layer.removed ? [] : [{ ...thing, layer }]
  })
}

/** What the main thread does about training pictures; see shared/dataset-procedures.ts. */
export const datasetHandlers = (tools: DatasetTools): Handlers<typeof datasetProcedures> => ({
  listSubjects: ({ names }) => listSubjects(tools.images, names),
  inspectPiece: (plan) => inspectPiece(tools, plan),
  renderPiece: async (input) => {
    const picture = await renderPiece(tools, input)
    if (input.side === PIECE_SIDE) tools.keepDocument()
    return picture
  },
  rememberPieces: async ({ pieces }) => {
    const there = await withLayers(pieces)
    if (there.length === 0) return
    undoStep(() => {
      for (const { layer, choices, exported } of there) writePieceMemory(layer, choices, exported)
    })
  },
  choosePieces: async ({ nodes, choices }) => {
    const there = await withLayers(nodes.map((node) => ({ node })))
    if (there.length === 0) return
    undoStep(() => there.forEach(({ layer }) => writePieceMemory(layer, choices, null)))
  },
  readFill: ({ node }) => readFill(node),
  revealLayer: async ({ node }) => ({ found: await revealLayer(node) }),
  loadSwitches: () => load(SWITCHES_KEY, storedSwitches),
  saveSwitches: (switches) => save(SWITCHES_KEY, storedSwitches, switches),
})
