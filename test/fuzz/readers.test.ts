import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readProgress } from '../../server/engines/replicate/run/read-progress.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import { parseValues } from '../../shared/parse-values.ts'
import { Recipe } from '../../shared/recipe.ts'
import { versioned } from '../../shared/versioned.ts'
import { chooseWildcards, countWildcards } from '../../shared/wildcards.ts'
import { wordsApart } from '../../shared/words-apart.ts'
import { makeRecipe } from '../plugin/main/make-recipe.ts'

const text = fc.string({ unit: 'binary', maxLength: 300 })
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

describe('stored text', () => {
  const stored = versioned(Recipe)
  const good = stored.write(makeRecipe())

  it('that is anything is a recipe or nothing', () =>
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (one) => {
        expect(stored.read(one)).toBeNull()
      }),
      { numRuns: 2000 },
    ))

  it('that was cut or changed anywhere never throws', () =>
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(20), text, (at, length, more) => {
        const read = stored.read(good.slice(0, at) + more + good.slice(at + length))
        expect(read === null || v.is(Recipe, read)).toBe(true)
      }),
      { numRuns: 2000 },
    ))
})

it('a picture’s header is read of any bytes', () =>
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom([], PNG, [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1]),
      (bytes, start) => {
        const header = readImageHeader(new Uint8Array([...start, ...bytes]))
        if (header !== null) expect(Math.min(header.width, header.height)).toBeGreaterThan(0)
      },
    ),
    { numRuns: 3000 },
  ))

it('progress is read of any log', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(text, fc.constantFrom('\r', '\n', ' 50%|███▌  | 14/28 [00:01<00:01, 10it/s]')),
      ),
      (lines) => {
        const progress = readProgress(lines.join(''))
        if (progress?.secondsLeft != null) expect(progress.secondsLeft).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 2000 },
  ))

it('typed values are numbers or nothing', () =>
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^[-\d., to by/]{0,30}$/)), (typed) => {
      const values = parseValues(typed)
      if (values === null) return
      expect(values.length).toBeGreaterThan(0)
      expect(values.every(Number.isFinite)).toBe(true)
      expect(new Set(values).size).toBe(values.length)
    }),
    { numRuns: 3000 },
  ))

it('a brief’s wildcards are chosen whatever it holds', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[ab{|} ]{0,40}$/), fc.nat(), (brief, choice) => {
      const count = countWildcards(brief)
      expect(count).toBeGreaterThanOrEqual(1)
      expect(chooseWildcards(brief, choice)).toBe(chooseWildcards(brief, choice % count))
      if (count === 1) expect(chooseWildcards(brief, choice)).toBe(brief)
    }),
    { numRuns: 2000 },
  ))

it('the words that are apart are words of their own text', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-d ]{0,30}$/), { maxLength: 5 }), (briefs) => {
      const apart = wordsApart(briefs)
      expect(apart).toHaveLength(briefs.length)
      apart.forEach((words, at) => {
        const own = new Set(briefs[at]!.split(/\s+/))
        for (const word of words.split(/\s+/))
          if (word !== '' && word !== '…') expect(own).toContain(word)
      })
    }),
    { numRuns: 1000 },
  ))
