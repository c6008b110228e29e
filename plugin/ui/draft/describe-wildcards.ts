import { countWildcards, wildcardsOf } from '../../../shared/wildcards.ts'

/** What a brief's wildcards do to its pictures, in words; null without any. */
export const describeWildcards = (brief: string, pictures: number): string | null => {
  const groups = wildcardsOf(brief)
  if (groups.length === 0) return null
  const mixtures = countWildcards(brief)
  const options = groups.map((group) => group.map((option) => option || 'nothing').join(', '))
  const some = mixtures > pictures ? ` ${pictures} of ${mixtures} mixtures.` : ''
  return `One value a picture: ${options.join('; ')}.${some}`
}
