import { expect, test } from 'vitest'
import { boardWords } from '../../../../plugin/main/board/board-words.ts'
import { makeRecipe } from '../make-recipe.ts'

const frame = { name: 'Layer', recipe: null, mark: null }
const draft = (brief: string, index: number) => ({
  ...frame,
  role: 'draft' as const,
  recipe: makeRecipe({ brief, index }),
})

test('each difference has a line, and what all share has none', () => {
  expect(boardWords([draft('a cook in red', 0), draft('a cook in blue', 1)])).toEqual([
    'red\nseed 100',
    'blue\nseed 101',
  ])
})

test('one draft alone differs from nothing', () => {
  expect(boardWords([{ ...frame, role: 'own' }, draft('a cook', 0)])).toEqual(['Layer', 'Draft'])
})

test('one reference is named by its role, several by their names, too', () => {
  const reference = { ...frame, role: 'reference' as const }
  expect(boardWords([reference])).toEqual(['Reference'])
  expect(boardWords([reference, { ...reference, name: 'Side view' }])).toEqual([
    'Reference\nLayer',
    'Reference\nSide view',
  ])
})
