/** The text on one line, cut to `limit` characters at most; a cut one ends in "…". */
export const excerpt = (text: string, limit: number): string => {
  const characters = Array.from(text.trim().replace(/\s+/g, ' '))
  if (characters.length <= limit) return characters.join('')
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`
}
