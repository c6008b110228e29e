import * as v from 'valibot'

const Pieces = v.array(v.string())
const Named = v.looseObject({})
/** Names that models give to their answer. */
const ANSWERS = ['text', 'caption', 'output', 'answer', 'description', 'response']
/** Florence prints its answer as Python does: `{'<MORE_DETAILED_CAPTION>': 'The image shows …'}`. */
const PRINTED = /^\{\s*'<[A-Z_]+>'\s*:\s*(['"])([\s\S]*)\1\s*\}$/

/** The words in a model's output: a text, its pieces, or an object that holds one; null where there are none. */
export const readWords = (output: unknown): string | null => {
  if (typeof output === 'string') return PRINTED.exec(output.trim())?.[2] ?? output
  if (v.is(Pieces, output)) return output.join('')
  if (!v.is(Named, output)) return null
  for (const name of ANSWERS) {
    const words = readWords(output[name])
    if (words !== null) return words
  }
  return null
}
