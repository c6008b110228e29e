import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { versioned } from '../../shared/versioned.ts'

const Note = v.object({ text: v.string(), stars: v.number() })
const first = versioned(v.object({ words: v.string() }))
const third = versioned(Note, [
  v.pipe(
    v.object({ words: v.string() }),
    v.transform(({ words }) => ({ text: words })),
  ),
  v.pipe(
    v.object({ text: v.string() }),
    v.transform(({ text }) => ({ text, stars: 0 })),
  ),
])

describe('versioned', () => {
  it('reads what it wrote', () => {
    const note = { text: '</script>', stars: 5 }
    expect(third.read(third.write(note))).toEqual(note)
  })

  it('brings an old shape up to today', () => {
    expect(third.read(first.write({ words: 'old' }))).toEqual({ text: 'old', stars: 0 })
  })

  it.each([
    ['nothing', ''],
    ['broken JSON', '{"schema":3,'],
    ['another shape', '{"schema":3,"value":{"text":1}}'],
    ['no schema number', '{"value":{"text":"a","stars":1}}'],
    ['schema zero', '{"schema":0,"value":{}}'],
    ['a newer Maquette', '{"schema":4,"value":{"text":"a","stars":1}}'],
    ['an old shape that its migration refuses', '{"schema":1,"value":{"words":7}}'],
  ])('answers null for %s', (_name, text) => {
    expect(third.read(text)).toBeNull()
  })
})
