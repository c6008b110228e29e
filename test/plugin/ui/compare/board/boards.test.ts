import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import { createBoards } from '../../../../../plugin/ui/compare/board/create-boards.ts'
import { describeLayers } from '../../../../../plugin/ui/compare/board/describe-layers.ts'
import { procedures } from '../../../../../shared/canvas.ts'
import type { BoardRole } from '../../../../../shared/board.ts'
import { connect } from '../../../../../shared/rpc.ts'
import type { Selection } from '../../../../../shared/selection.ts'
import { createPortPair } from '../../../../fakes/port-pair.ts'
import { createScriptedCanvas, NO_SELECTION } from '../../../../fakes/scripted-canvas.ts'
import { DOCUMENT } from '../../open-desk.ts'

const selectionOf = (
  roles: readonly (BoardRole | null)[],
  count = roles.length,
  board: Selection['layers'][number]['board'] = null,
): Selection => ({
  ...NO_SELECTION,
  count,
  layers: roles.map((role, at) => ({
    node: `1:${at}`,
    name: `Layer ${at}`,
    width: 10,
    height: 10,
    recipe: null,
    mark: null,
    role,
    board,
    finishedOf: null,
    lostFinished: null,
  })),
})

const open = (...given: Parameters<typeof selectionOf>) => {
  const [uiEnd, mainEnd] = createPortPair()
  const { state } = createScriptedCanvas(mainEnd, { document: DOCUMENT, token: null })
  const selection = signal(selectionOf(...given))
  const boards = createBoards({ canvas: connect(uiEnd, procedures), selection, kept: null })
  return { boards, selection, state }
}

test('what is selected is counted by its role, the rest told apart', () => {
  expect(
    describeLayers(
      7,
      selectionOf(['draft', 'reference', 'draft', 'own', 'finished']).layers.flatMap(({ role }) =>
        role === null ? [] : [{ role }],
      ),
    ),
  ).toBe('1 reference · 2 drafts · 1 other frame · 1 finished piece · 2 that cannot be compared')
})

test.each([
  [['draft'], 1, 'row', 'Select at least two frames to put side by side.'],
  [['draft', 'draft'], 65, 'row', 'A board holds 64 frames; 65 are selected.'],
  [['draft', null], 2, 'grid', 'Select at least two frames to put side by side.'],
  [['draft', 'own'], 2, 'against-reference', 'There is no reference among them.'],
  [['draft', 'own'], 2, 'against-finished', 'There is no finished work among them.'],
  [['reference', 'reference'], 2, 'against-reference', 'Select something to put beside it, too.'],
  [['reference', 'draft'], 2, 'against-reference', null],
] as const)('of %j, %i in all, laid out as %s: %s', async (roles, count, layout, problem) => {
  const { boards, state } = open(roles, count)
  boards.choice.value = { layout, moves: false }
  expect(boards.problem.value).toBe(problem)
  await boards.make()
  expect(state.boards).toHaveLength(problem === null ? 1 : 0)
})

test('a press sends every frame in its role, as she said it', async () => {
  const { boards, state } = open(['own', 'draft', null])
  boards.say('1:0', 'finished')
  boards.choice.value = { layout: 'against-finished', moves: true }
  const [first, second] = [boards.make(), boards.make()]
  expect(boards.isBusy.value).toBe(true)
  await Promise.all([first, second])
  expect(boards.isBusy.value).toBe(false)
  expect(state.boards).toEqual([
    {
      items: [
        { node: '1:0', role: 'finished' },
        { node: '1:1', role: 'draft' },
      ],
      layout: 'against-finished',
      moves: true,
    },
  ])
})

test('a board that is selected, or holds the one layer that is, can be refreshed', async () => {
  const board = { node: '9:1', layout: 'row', moves: false } as const
  const { boards, selection, state } = open(['draft'], 1, board)
  expect(boards.selected.value).toEqual(board)
  selection.value = selectionOf(['draft', 'draft'], 2, board)
  expect(boards.selected.value).toBeNull()
  await boards.refresh('9:1', 'grid')
  expect(state.refreshed).toEqual([{ node: '9:1', layout: 'grid' }])
})
