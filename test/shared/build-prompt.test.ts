import { describe, expect, it } from 'vitest'
import { buildPrompt } from '../../shared/build-prompt.ts'
import { FIRST_STYLE } from '../../shared/first-style.ts'

describe('buildPrompt', () => {
  it.each([
    ['  woman with\n glasses ', 'a nua_figurine_style chibi figurine of woman with glasses, '],
    ['my NUA_figurine_style cat', 'a chibi figurine of my NUA_figurine_style cat, '],
    ['a nua_figurine_styles cat', 'a nua_figurine_style chibi figurine of a nua_figurine_styles'],
    ['a {trigger} in {brief}', 'a nua_figurine_style chibi figurine of a {trigger} in {brief}, '],
    ['$& and $1', 'a nua_figurine_style chibi figurine of $& and $1, '],
    ['דמות 🧙', 'a nua_figurine_style chibi figurine of דמות 🧙, '],
  ])('%j', (brief, start) => {
    const prompt = buildPrompt(FIRST_STYLE, brief)
    expect(prompt.slice(0, start.length)).toBe(start)
    expect(prompt).toMatch(/circular grass base$/)
  })

  it('leaves no gap where a style has no trigger', () => {
    const style = { template: '{trigger}, {brief} {trigger}', trigger: '' }
    expect(buildPrompt(style, 'a cat')).toBe(', a cat')
  })
})
