/** A reference's strength in words: `80% free`. */
export const freedomOf = (strength: number): string => `${Math.round(strength * 100)}% free`
