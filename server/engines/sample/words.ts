/** Words that carry no picture of their own. */
const SILENT = new Set(
  (
    'a an the of at on to for is are was has have having being be her his their its she he they it who that this ' +
    'some person someone people character figure figurine chibi figurines cute sweet small little tiny nice bright pastel soft vivid lovely ' +
    'beautiful handsome pretty standing next very her him them my our your i we as by from over under near while ' +
    'holding carrying wears dressed pet colored coloured color colour skin skinned head face base grass circular ' +
    'also plus both playing drinking eating using hand hands looking style each side'
  ).split(' '),
)

/** Words that end what was said about one thing before the next is named. */
const BOUNDARIES = new Set(
  'with wearing in holding carrying on and or plus , ; . but has have is'.split(' '),
)

const NEGATIONS = new Set(['no', 'without', 'not'])

export const isSilent = (word: string): boolean => SILENT.has(word) || BOUNDARIES.has(word)
export const isBoundary = (word: string): boolean => BOUNDARIES.has(word)
export const isNegation = (word: string): boolean => NEGATIONS.has(word)

/**
 * The words of a brief in lower case; commas, semicolons and full stops count as words, pictographs too. A word with an
 * underscore is a style's trigger, which names no thing, and is left out.
 */
export const wordsOf = (brief: string): readonly string[] =>
  (
    brief
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_’']+|\p{Extended_Pictographic}|[,;.]/gu) ?? []
  )
    .map((word) => word.replace(/^['’]+|['’]s?$/g, ''))
    .filter((word) => word !== '' && !word.includes('_'))
