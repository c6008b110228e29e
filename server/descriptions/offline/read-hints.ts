/** What hints say: who it is, how it is proportioned, from where it is seen. */
export type ReadHints = {
  readonly subject: string | null
  readonly proportions: string | null
  readonly view: string | null
}

const PROPORTIONS =
  /\b(chibi|\d+([.,]\d+)?\s*(-|\s)?\s*heads?( (tall|high))?|1\s*:\s*\d+( scale)?|\d+([.,]\d+)?\s*(cm|mm|in|inch(es)?)( (tall|high))?)\b/i
const VIEW = /\b(front|side|back|rear|three[- ]quarter|3\/4|top|profile)\s*(view)?\b/i
/** Prices, order numbers, dates, sizes, layer names that Figma gives, and words that say nothing about a figurine. */
const NOISE =
  /[$€£¥]|\b(order|no\.?|nr\.?|price|total|deposit|deadline|due|copyright|draft|wip|final|v\d+|layer|frame|group|rectangle|ellipse|vector|image|component|instance|untitled|figurine|notes?|qty|page|sheet|colou?rs?|palette)\b|^\W*\d[\d\s./:#-]*$|\d{2,}/i
const LONGEST = 80

const plain = (hint: string): string =>
  hint
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[^\p{L}\p{N}\s'’&,-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const isSubject = (hint: string): boolean =>
  (hint.match(/\p{L}/gu) ?? []).length >= 3 &&
  hint.length <= LONGEST &&
  !NOISE.test(hint) &&
  !VIEW.test(hint) &&
  !PROPORTIONS.test(hint)

const firstMatch = (hints: readonly string[], pattern: RegExp): string | null =>
  hints.map((hint) => pattern.exec(hint)?.[0]).find((found) => found !== undefined) ?? null

/** Hints as far as code can tell what they are about; the first that names somebody is the subject. */
export const readHints = (hints: readonly string[]): ReadHints => {
  const subject = hints
    .filter((hint) => !NOISE.test(hint))
    .map(plain)
    .find(isSubject)
  const view = firstMatch(hints, VIEW)
    ?.toLowerCase()
    .replace(/\s*view$/, '')
  return {
    subject: subject?.toLowerCase() ?? null,
    proportions: firstMatch(hints, PROPORTIONS)?.toLowerCase() ?? null,
    view: view === undefined ? null : `${view} view`,
  }
}
