const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/).filter(Boolean)

/** The longest row of words that both have in this order: what is left of it by every pair of positions, as a table. */
const common = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
  const row: string[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const word = a[i]
    if (word !== undefined && word === b[j]) {
      row.push(word)
      i += 1
      j += 1
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1
    else j += 1
  }
  return row
}

/** The words of each text that are not common to all of them, gaps as "…"; empty where a text adds nothing. */
export const wordsApart = (texts: readonly string[]): readonly string[] => {
  const rows = texts.map(wordsOf)
  const shared = rows.slice(1).reduce(common, rows[0] ?? [])
  return rows.map((row) => {
    let at = 0
    const runs: string[][] = [[]]
    for (const word of row)
      if (at < shared.length && word === shared[at]) {
        at += 1
        runs.push([])
      } else runs.at(-1)?.push(word)
    return runs
      .filter((run) => run.length > 0)
      .map((run) => run.join(' '))
      .join(' … ')
  })
}
