const LONGEST = 200

/** A name out of a ZIP, to be shown: without what cannot be seen or turns the line around, and not too long. */
export const safeName = (name: string): string => {
  const seen = name.normalize('NFC').replace(/[\p{C}\u2028\u2029]+/gu, '')
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen
}
