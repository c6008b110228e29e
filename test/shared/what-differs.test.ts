import { describe, expect, it } from 'vitest'
import type { Compared } from '../../shared/what-differs.ts'
import { captionOf, whatDiffers } from '../../shared/what-differs.ts'
import { makeRecipe } from '../plugin/main/make-recipe.ts'

const base: Compared = makeRecipe({})
const settings = (changes: Partial<Compared['settings']>): Compared => ({
  ...base,
  settings: { ...base.settings, ...changes },
})
const captions = (...recipes: Compared[]) => whatDiffers(recipes).map(captionOf)
const file = (digit: string) => digit.repeat(64) as NonNullable<Compared['reference']>['file']
const follow = (digit: string, strength: number): Compared => ({
  ...base,
  reference: { file: file(digit), use: 'follow', strength },
})

describe('captions', () => {
  it('are empty for drafts that were asked for alike', () =>
    expect(captions(base, base)).toEqual(['', '']))

  it('name only what differs', () =>
    expect(
      captions(settings({ seed: 1, loraScale: 0.8 }), settings({ seed: 2, loraScale: 0 })),
    ).toEqual(['LoRA strength 0.8 · seed 1', 'LoRA strength none · seed 2']))

  it('say words by the words themselves, and a draft that has none of them by a dash', () =>
    expect(
      captions({ ...base, brief: 'a cook in red' }, { ...base, brief: 'a cook in blue' }),
    ).toEqual(['red', 'blue']))

  it('say a version by its model and a few digits', () =>
    expect(
      captions(
        { ...base, version: `maker/nua:${'a'.repeat(64)}` },
        { ...base, version: `maker/nua:${'b'.repeat(64)}` },
      ),
    ).toEqual(['version nua:aaaaaaaa', 'version nua:bbbbbbbb']))

  it('say how free a reference leaves the picture, and number references that differ', () => {
    expect(captions(follow('a', 0.5), base)).toEqual(['reference 50 % free', 'reference none'])
    expect(captions(follow('a', 0.5), follow('b', 0.5))).toEqual([
      'reference 1, 50 % free',
      'reference 2, 50 % free',
    ])
  })
})
