import { describe, expect, it } from 'vitest'
import { cleanWords, prefixOf } from '../../../server/descriptions/compose-text.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'

describe('the prefix of a caption', () => {
  it.each([
    [FIRST_STYLE.template, 'a nua_figurine_style chibi figurine of '],
    ['{brief} in the style of {trigger}', 'a nua_figurine_style '],
    ['photo of {trigger},   {brief}', 'photo of nua_figurine_style, '],
  ])('is what stands before the brief in %s', (template, prefix) => {
    expect(prefixOf({ template, trigger: FIRST_STYLE.trigger })).toBe(prefix)
  })

  it('names no trigger where the style has none', () => {
    expect(prefixOf({ template: 'a clay {brief}', trigger: '' })).toBe('a clay ')
  })
})

describe('the words of a model', () => {
  it.each([
    ['The image shows a small clay figurine of a woman with curly hair.', 'woman with curly hair'],
    ['Caption: a man in a suit', 'man in a suit'],
    [
      'This is an illustration of a chibi-style character. She wears a red dress.\n\nThe background is plain. Overall, it is cute.',
      'chibi-style character. She wears a red dress',
    ],
    ['In this image, a girl holds a cat', 'girl holds a cat'],
    ['Sure! Here it is: a boy with a dog', 'here it is: a boy with a dog'],
    ['"A knight\twith\u0000 a sword"', 'knight with a sword'],
    ['', ''],
    [' . ', ''],
  ])('%j become %j', (answer, words) => {
    expect(cleanWords(answer)).toBe(words)
  })

  it('end with a whole sentence, or at a comma, before they get too long', () => {
    const long = `A woman with glasses. ${'She smiles a lot and waves. '.repeat(20)}`
    expect(cleanWords(long)).toMatch(/^woman with glasses\. .* waves$/)
    expect(cleanWords(long).split(' ').length).toBeLessThanOrEqual(55)
    const endless = `a man with ${'a hat, '.repeat(40)}a cane`
    expect(cleanWords(endless)).toMatch(/a hat$/)
  })
})
