import { computed, signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { BoardChoice, BoardOutcome, BoardRole } from '../../../../shared/board.ts'
import type { Layer, Selection } from '../../../../shared/selection.ts'
import type { Canvas } from '../../canvas-client.ts'
import { boardProblem } from './board-problem.ts'

export type BoardsOptions = {
  readonly canvas: Canvas
  readonly selection: ReadonlySignal<Selection>
  /** How she liked her last board; null for the first one. */
  readonly kept: BoardChoice | null
}

export type Comparable = Layer & { readonly role: BoardRole }

/** Boards without their looks: what would go on one, and how it is made and brought up to date. */
export const createBoards = ({ canvas, selection, kept }: BoardsOptions) => {
  const choice = signal<BoardChoice>(kept ?? { layout: 'row', moves: false })
  /** What she says that a layer is, where that is not what it looks like. */
  const said = signal<ReadonlyMap<string, BoardRole>>(new Map())
  const isBusy = signal(false)
  const outcome = signal<BoardOutcome | null>(null)
  const layers = computed(() =>
    selection.value.layers.flatMap((layer): Comparable[] =>
      layer.role === null ? [] : [{ ...layer, role: said.value.get(layer.node) ?? layer.role }],
    ),
  )
  const problem = computed(() => boardProblem(selection.value.count, layers.value, choice.value))

  const run = async (work: () => Promise<BoardOutcome>): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      outcome.value = await work()
    } finally {
      isBusy.value = false
    }
  }

  return {
    choice,
    layers,
    isBusy,
    problem,
    /** The board that was made or refreshed last, and what could not go on it. */
    outcome,
    /** The board that is selected, or that holds the one layer that is. */
    selected: computed(
      () => (selection.value.count === 1 && selection.value.layers[0]?.board) || null,
    ),
    say: (node: string, role: BoardRole): void => {
      said.value = new Map([...said.value, [node, role]])
    },
    make: (): Promise<void> =>
      run(async () => {
        if (problem.value !== null) return outcome.value ?? { node: '', leftOut: [] }
        const items = layers.value.map(({ node, role }) => ({ node, role }))
        return canvas.makeBoard({ ...choice.value, items })
      }),
    refresh: (node: string, layout: BoardChoice['layout']): Promise<void> =>
      run(() => canvas.refreshBoard({ node, layout })),
  }
}
export type Boards = ReturnType<typeof createBoards>
