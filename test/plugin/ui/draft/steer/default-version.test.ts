import { expect, test } from 'vitest'
import { defaultInstead } from '../../../../../plugin/ui/draft/steer/default-version.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'

const styleOf = (model: string | null) => ({ ...FIRST_STYLE, model, versions: [] })

test.each([
  ['me/nua:one', 'me/nua:two', 'me/nua:two'],
  ['me/nua:two', 'me/nua:two', null],
  // A model without a version is whichever is its newest.
  ['me/nua:two', 'me/nua', null],
  [null, 'me/nua:two', null],
  ['me/nua:one', null, null],
] as const)('a draft of %s where %s is the default could use %s', (version, model, instead) => {
  expect(defaultInstead({ version }, styleOf(model))).toBe(instead)
})
