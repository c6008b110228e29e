import type { datasetProcedures, PieceFacts, Subject } from '../../shared/dataset-procedures.ts'
import { AppError } from '../../shared/errors.ts'
import type { Exported, PieceChoices } from '../../shared/piece-memory.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { TrainingSwitches } from '../../shared/training.ts'

/** A layer of the scripted canvas that can become a piece. */
export type ScriptedLayer = Partial<Omit<PieceFacts, 'node' | 'name'>> & {
  readonly node: string
  readonly name: string
  /** What it looks like. */
  readonly picture?: Uint8Array<ArrayBuffer>
}

/** What was asked of the canvas about training pictures, oldest first. */
export type DatasetState = {
  subjects: Subject[]
  layers: ScriptedLayer[]
  switches: TrainingSwitches | null
  readonly rendered: { node: string; side: number }[]
  readonly remembered: { node: string; exported: Exported; choices: PieceChoices }[]
  readonly chosen: { nodes: string[]; choices: PieceChoices }[]
  readonly shown: string[]
}

export const createDatasetState = (): DatasetState => ({
  subjects: [],
  layers: [],
  switches: null,
  rendered: [],
  remembered: [],
  chosen: [],
  shown: [],
})

const NO_HINTS = { name: '', component: '', layers: [], properties: [], texts: [] }

const layerOf = (state: DatasetState, node: string): ScriptedLayer => {
  const layer = state.layers.find((one) => one.node === node)
  if (layer === undefined) throw new Error(`There is no layer ${node}.`)
  return layer
}

const setLayer = (state: DatasetState, node: string, part: Partial<ScriptedLayer>): void => {
  state.layers = state.layers.map((layer) => (layer.node === node ? { ...layer, ...part } : layer))
}

export const scriptedDataset = (state: DatasetState): Handlers<typeof datasetProcedures> => ({
  listSubjects: () => ({ count: state.subjects.length, subjects: state.subjects }),
  inspectPiece: ({ node }) => {
    return {
      width: 512,
      height: 512,
      problem: null,
      notes: [],
      content: 'c'.repeat(16),
      leftOut: [],
      hints: NO_HINTS,
      finishedOf: null,
      brief: null,
      padding: 0,
      probes: null,
      memory: null,
      ...layerOf(state, node),
    }
  },
  renderPiece: ({ plan, side }) => {
    const { picture, content = 'c'.repeat(16), padding = 0 } = layerOf(state, plan.node)
    if (picture === undefined) throw new Error('This layer has no picture.')
    state.rendered.push({ node: plan.node, side })
    return { bytes: picture, content, padding }
  },
  readFill: ({ node }) => {
    const { name, picture } = layerOf(state, node)
    if (picture === undefined) throw new AppError('canvas_failed', 'This layer has no picture.')
    return { name, bytes: picture }
  },
  rememberPieces: ({ pieces }) => {
    state.remembered.push(...pieces)
    for (const { node, exported, choices } of pieces)
      setLayer(state, node, { memory: { ...choices, exported: [exported] } })
    return undefined
  },
  choosePieces: (input) => {
    state.chosen.push(input)
    for (const node of input.nodes) {
      const exported = layerOf(state, node).memory?.exported ?? []
      setLayer(state, node, { memory: { ...input.choices, exported } })
    }
    return undefined
  },
  revealLayer: ({ node }) => {
    state.shown.push(node)
    return { found: true }
  },
  loadSwitches: () => state.switches,
  saveSwitches: (switches) => {
    state.switches = switches
    return undefined
  },
})
