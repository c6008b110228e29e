export type Phrase = { readonly text: string; readonly count: number }

const MOST = 60

/** The phrases of captions with how often they occur, frequent ones first: what stands between commas, "with" and "and". */
export const countPhrases = (captions: readonly string[]): readonly Phrase[] => {
  const counts = new Map<string, number>()
  for (const caption of captions) {
    const phrases = caption
      .split(/[,;.]|\b(?:with|and|wearing|holding)\b/i)
      .map((phrase) => phrase.trim().replace(/^an? /i, ''))
    for (const phrase of new Set(phrases))
      if (phrase.length > 2) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, MOST)
}

/** How much two captions have in common, from 0 to 1: words of both, of all words. */
export const likeness = (a: string, b: string): number => {
  const [one, other] = [a, b].map(
    (text) =>
      new Set(
        text.toLowerCase().match(/(?<!\p{L})(?!(?:with|and|the)(?!\p{L}))[\p{L}\p{M}]{3,}/gu),
      ),
  )
  const all = new Set([...(one ?? []), ...(other ?? [])])
  const both = [...(one ?? [])].filter((word) => other?.has(word))
  return all.size === 0 ? 0 : both.length / all.size
}
