const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  )
}

/** An input as text with its names in order: equal inputs are equal texts. */
export const canonicalInput = (input: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(inOrder(input))
