import { computed, signal } from '@preact/signals-core'
import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import type { PieceFacts, Subject } from '../../../shared/dataset-procedures.ts'
import type { PieceChoices } from '../../../shared/piece-memory.ts'
import type { TrainingSwitches } from '../../../shared/training.ts'
import { DEFAULT_SWITCHES } from '../../../shared/training.ts'
import type { Panel } from '../panel.ts'
import type { Candidate, Known } from './candidate.ts'
import { choicesOf, standingOf } from './candidate.ts'
import type { Dataset } from './create-dataset.ts'
import { generatedShare } from './generated-share.ts'

/** Whether a layer becomes one piece, or one for each of its parts. */
export type Split = 'one' | 'parts'

/** The selection as pieces of the dataset: which layers, how each stands, what is left out. */
export const createSelected = (
  panel: Pick<Panel, 'canvas' | 'document' | 'report'>,
  dataset: Dataset,
) => {
  const { canvas } = panel
  const count = signal(0)
  const subjects = signal<readonly Subject[]>([])
  const splits = signal<ReadonlyMap<string, Split>>(new Map())
  const known = signal<ReadonlyMap<string, Known>>(new Map())
  const switches = signal<TrainingSwitches>(DEFAULT_SWITCHES)
  let latest = 0

  const splitOf = ({ node, parts, areApart }: Subject): Split =>
    parts.length === 0 ? 'one' : (splits.value.get(node) ?? (areApart ? 'parts' : 'one'))

  const pieceOf = (node: string, facts: PieceFacts | undefined) => {
    const ids = facts?.memory?.exported.map(({ piece }) => piece) ?? []
    return (
      dataset.pieces.value.find(({ id }) => ids.includes(id)) ??
      dataset.pieces.value.find(
        ({ provenance: from }) =>
          from.type === 'frame' && from.node === node && from.document === panel.document,
      ) ??
      null
    )
  }
  const versionOf = ({ id }: PieceView): number | null =>
    dataset.frozen.value.has(id) ? (dataset.versions.value[0]?.number ?? null) : null

  const candidates = computed((): readonly Candidate[] =>
    subjects.value
      .flatMap((subject) => (splitOf(subject) === 'parts' ? subject.parts : [subject]))
      .map(({ node, name }) => {
        const found = known.value.get(node)
        return { node, name, known: found ?? null, piece: pieceOf(node, found?.facts) }
      }),
  )

  const plan = (node: string) => ({ node, ...switches.peek() })

  const look = async (node: string): Promise<Known> => {
    const facts = await canvas.inspectPiece(plan(node))
    return { facts, share: await generatedShare(facts) }
  }
  const remember = (node: string, found: Known): void => {
    known.value = new Map([...known.peek(), [node, found]])
  }

  /** Looks at each layer, one after another, until something newer is asked for. */
  const lookAtAll = async (mine: number, nodes: readonly string[]): Promise<void> => {
    for (const node of nodes) {
      const found = await look(node)
      if (mine !== latest) return
      remember(node, found)
    }
  }

  const refresh = async (): Promise<void> => {
    const mine = (latest += 1)
    const { names } = switches.peek()
    const answer = await canvas.listSubjects({ names })
    if (mine !== latest) return
    count.value = answer.count
    subjects.value = answer.subjects
    await lookAtAll(
      mine,
      candidates.peek().map(({ node }) => node),
    )
  }

  return {
    count,
    subjects,
    candidates,
    switches,
    splitOf,
    plan,
    refresh,
    /** A fresh look at one layer. */
    lookAgain: async (node: string): Promise<Known> => {
      const found = await look(node)
      remember(node, found)
      return found
    },
    /** Draws a layer's training picture with so many pixels a side; null where there is nothing to draw. */
    preview: ({ node, known: found }: Candidate, side: number) =>
      found === null || found.facts.problem !== null
        ? null
        : async () => new Uint8Array((await canvas.renderPiece({ plan: plan(node), side })).bytes),
    standingOf: (candidate: Candidate) => standingOf(candidate, versionOf),
    load: async (): Promise<void> => {
      const stored = await canvas.loadSwitches(undefined)
      if (stored !== null) switches.value = stored
    },
    split: (subject: Subject, split: Split): Promise<void> => {
      splits.value = new Map([...splits.peek(), [subject.node, split]])
      return refresh()
    },
    change: async (changes: Partial<TrainingSwitches>): Promise<void> => {
      switches.value = { ...switches.peek(), ...changes }
      await canvas.saveSwitches(switches.peek())
      await refresh()
    },
    /** What she decides about one layer, kept with it. */
    choose: async (candidate: Candidate, changes: Partial<PieceChoices>): Promise<void> => {
      const { node } = candidate
      await canvas.choosePieces({
        nodes: [node],
        choices: { ...choicesOf(candidate), ...changes },
      })
      remember(node, await look(node))
    },
  }
}
export type Selected = ReturnType<typeof createSelected>
