/** US dollars in words: `$0.20`. */
export const dollars = (usd: number): string => `$${usd.toFixed(2)}`
