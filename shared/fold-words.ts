/** Text as words are looked for in it: without capitals and accents. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')

/** The words of a search, folded, in any order; none: everything is found. */
export const searchWords = (search: string): string[] =>
  foldWords(search).split(/\s+/).filter(Boolean)
