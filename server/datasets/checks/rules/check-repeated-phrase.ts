import type { Check } from './check.ts'
import { OUR_THRESHOLD, trainedOf } from './check.ts'

/** Of all captions; below this many captions everything is repeated. */
const SHARE = 0.8
const LEAST = 5
/** Words of a phrase. */
const SHORTEST = 2
const LONGEST = 8

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'_-]+/u)
    .filter(Boolean)

const phrasesOf = (words: readonly string[]): Set<string> => {
  const phrases = new Set<string>()
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let at = 0; at + length <= words.length; at += 1)
      phrases.add(words.slice(at, at + length).join(' '))
  return phrases
}

/** Only little words: `with a`, `in the`. */
const LITTLE = new Set('a an the of with and in on at to is her his their'.split(' '))
const saysSomething = (phrase: string): boolean =>
  phrase.split(' ').filter((word) => !LITTLE.has(word)).length >= SHORTEST

/** What nearly every caption says, and the template does not. */
export const checkRepeatedPhrase: Check = (input) => {
  const { trigger, template } = input.style
  const captions = trainedOf(input)
    .map(({ caption }) => wordsOf(caption))
    .filter((words) => words.length > 0)
  if (captions.length < LEAST) return []
  const counts = new Map<string, number>()
  for (const words of captions)
    for (const phrase of phrasesOf(words)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  const known = ` ${wordsOf(template).join(' ')} `
  const repeated = [...counts.keys()].filter(
    (phrase) =>
      (counts.get(phrase) ?? 0) >= SHARE * captions.length &&
      saysSomething(phrase) &&
      !phrase.split(' ').includes(trigger.toLowerCase()) &&
      !known.includes(` ${phrase} `),
  )
  const whole = repeated.filter(
    (phrase) => !repeated.some((other) => other !== phrase && ` ${other} `.includes(` ${phrase} `)),
  )
  return whole.map((phrase) => ({
    code: 'repeated-phrase',
    level: 'warning',
    title: `${counts.get(phrase) ?? 0} of ${captions.length} captions say "${phrase}".`,
    why: 'What is the same in all pieces belongs to the style: named each time, it is learned as something to ask for.',
    fix: 'Put it into the style’s template, and leave it out of the captions.',
    source: `civitai 7203: describe what varies; ${OUR_THRESHOLD.toLowerCase()}`,
    pieces: [],
  }))
}
