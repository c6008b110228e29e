/** The briefs that hold every word of a search, in any order and case. */
export const searchBriefs = (briefs: readonly string[], search: string): string[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return briefs.filter((brief) => {
    const text = brief.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
