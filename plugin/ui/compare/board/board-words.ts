import type { BoardLayout, BoardRole } from '../../../../shared/board.ts'

export const LAYOUT_WORDS: Readonly<Record<BoardLayout, string>> = {
  row: 'In a row',
  grid: 'As a grid',
  'against-reference': 'Each beside the reference',
  'against-finished': 'Each beside the finished piece',
}

export const ROLE_WORDS: Readonly<Record<BoardRole, string>> = {
  reference: 'Reference',
  draft: 'Draft',
  own: 'Other',
  finished: 'Finished',
}
